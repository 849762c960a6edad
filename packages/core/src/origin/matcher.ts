import { MAX_ORIGIN_LENGTH, parseOrigin } from "../fetch/origin.ts";
import { anchor } from "./expression.ts";

/** Whether a serialised origin is in a list; the cost does not depend on the length of the list. */
export type OriginMatcher = (origin: string) => boolean;

/** Compiles a list that validation has let through. */
export function compileOrigins(list: readonly (string | RegExp)[]): OriginMatcher {
  const known = new Set<unknown>(list);
  const expressions: RegExp[] = [];
  // No look-up needs more labels than the longest pattern has; an origin comes from a stranger.
  let depth = 0;
  for (const entry of list) {
    if (typeof entry !== "string") expressions.push(anchor(entry));
    else if (entry.includes("*")) depth = Math.max(depth, entry.split(".").length);
  }
  return (origin) => {
    // Without the bound, hashing would read the whole of a header that a stranger chose.
    if (origin.length > MAX_ORIGIN_LENGTH) return false;
    // A stranger can also send what is written in the policy.
    if (known.has(origin)) return !origin.includes("*");
    const url = (depth || expressions[0]) && parseOrigin(origin);
    return (
      !!url &&
      (isInFamily(url, known, depth) || expressions.some((expression) => expression.test(origin)))
    );
  };
}

/**
 * Looks for the host itself, then for `*` in place of all labels but the last, all but the last two
 * and so on: whole labels, so that `evilexample.com` can't meet `*.example.com`.
 */
function isInFamily(
  { protocol, hostname, port }: URL,
  known: ReadonlySet<unknown>,
  depth: number,
): boolean {
  const exactPort = port && `:${port}`;
  let dot = hostname.length;
  for (let host = hostname; depth-- >= 0 && dot > 0; host = `*${hostname.slice(dot)}`) {
    const family = `${protocol}//${host}`;
    if (known.has(family + exactPort) || known.has(`${family}:*`)) return true;
    dot = hostname.lastIndexOf(".", dot - 1);
  }
  return false;
}
