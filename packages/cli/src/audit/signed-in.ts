import { crossOriginEntries, type GivenHeader, parseHar } from "../given/index.ts";
import { UsageError } from "../usage-error.ts";

/** What makes a request someone's; everything else the audit sets itself. */
const personal =
  /^(?:authorization|cookie|x-(?:api-key|auth-token|csrf-token|xsrf-token|access-token|tenant(?:-id)?))$/i;

/**
 * The URL of a recorded request, and what it is signed in by.
 *
 * @param number of the entry, from 1; without it the first that is signed in, across origins if any
 * @throws UsageError for what is no recording, or has no such entry
 */
export function readSignedIn(
  text: string,
  number?: number,
): { readonly url: string; readonly headers: readonly GivenHeader[] } {
  const har = parseHar(text);
  if (!har) throw new UsageError("That is not a HAR file: it has no log.entries.");
  const crossing = crossOriginEntries(har).map((choice) => har.entries[choice.number - 1]);
  const entries = number === undefined ? [...crossing, ...har.entries] : [har.entries[number - 1]];
  const read = entries.flatMap((entry) =>
    entry ? [{ url: entry.request.url, headers: headersOf(entry.request.headers) }] : [],
  );
  const chosen = read.find(({ headers }) => headers.length > 0) ?? read[0];
  if (!chosen)
    throw new UsageError(
      `The recording has ${har.entries.length} entries; --entry takes 1 to that.`,
    );
  return chosen;
}

function headersOf(
  lines: readonly { readonly name: string; readonly value: string }[],
): readonly GivenHeader[] {
  return lines.filter(({ name }) => personal.test(name)).map(({ name, value }) => [name, value]);
}
