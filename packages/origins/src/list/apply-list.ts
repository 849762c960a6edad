import { originProblem } from "@crossgate/core/origin-entry";
import type { ListedOrigins } from "./listed-origins.ts";
import { inSlices } from "./slices.ts";

/** What a new list has changed. */
export interface Changes {
  readonly added: number;
  readonly removed: number;
  /** Entries that were left out, and why. */
  readonly problems: ReadonlyMap<string, string>;
}

/**
 * Makes a list of a new one by their differences. Nothing changes before the new list was read to
 * its end; after that an origin that is in both lists is allowed at every moment.
 *
 * @param load the number of the load, larger than any before
 */
export async function applyList(
  listed: ListedOrigins,
  entries: Iterable<unknown>,
  load: number,
): Promise<Changes> {
  const added = new Set<string>();
  const problems = new Map<string, string>();
  await inSlices(entries, (entry) => {
    if (typeof entry === "string" && (listed.mark(entry, load) || added.has(entry))) return;
    const problem = problemOf(entry);
    if (problem === undefined) added.add(entry as string);
    // A row of a table may have no text, and is known by what is wrong with it.
    else problems.set(typeof entry === "string" ? entry : problem, problem);
  });
  await inSlices(added, (entry) => listed.add(entry, load));
  let removed = 0;
  await inSlices(listed.entries(), ([entry, named]) => {
    if (named === load) return;
    listed.delete(entry);
    removed++;
  });
  return { added: added.size, removed, problems };
}

function problemOf(entry: unknown): string | undefined {
  try {
    return originProblem(entry);
  } catch {
    return "prohibited entry, which can't be read; write an origin as a text";
  }
}
