import { MAX_ORIGIN_LENGTH, parseOrigin, type SerializedOrigin } from "../fetch/origin.ts";
import { anchor } from "./expression.ts";

/** Whether a serialised origin is in a list; the cost does not depend on the length of the list. */
export type OriginMatcher = (origin: string) => boolean;

/** Compiles a list that validation has let through. */
export function compileOrigins(list: readonly (string | RegExp)[]): OriginMatcher {
  const exact = new Set<string>();
  const families = new Set<string>();
  const expressions: RegExp[] = [];
  // No look-up needs more labels than the longest pattern has; an origin comes from a stranger.
  let depth = 0;
  for (const entry of list) {
    if (typeof entry !== "string") expressions.push(anchor(entry));
    else if (entry.includes("*")) {
      families.add(entry);
      depth = Math.max(depth, entry.split(".").length);
    } else exact.add(entry);
  }
  return (origin) => {
    // Without the bound, hashing would read the whole of a header that a stranger chose.
    if (origin.length > MAX_ORIGIN_LENGTH) return false;
    if (exact.has(origin)) return true;
    const parsed = exact.size < list.length && parseOrigin(origin);
    return (
      !!parsed &&
      (isInFamily(parsed, families, depth) ||
        expressions.some((expression) => expression.test(origin)))
    );
  };
}

/**
 * Looks for the host itself, then for `*` in place of all labels but the last, all but the last two
 * and so on: whole labels, so that `evilexample.com` can't meet `*.example.com`.
 */
function isInFamily(
  { protocol, hostname, port }: SerializedOrigin,
  families: ReadonlySet<string>,
  depth: number,
): boolean {
  const exactPort = port && `:${port}`;
  let dot = hostname.length;
  for (let host = hostname; depth-- >= 0 && dot > 0; host = `*${hostname.slice(dot)}`) {
    const family = `${protocol}//${host}`;
    if (families.has(family + exactPort) || families.has(`${family}:*`)) return true;
    dot = hostname.lastIndexOf(".", dot - 1);
  }
  return false;
}
