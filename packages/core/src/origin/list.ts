import { MAX_ORIGIN_LENGTH, parseOrigin } from "../fetch/origin.ts";
import { anchor } from "./expression.ts";
import { sendsCredentialsInsecurely, type CredentialOptions } from "./insecure.ts";

/** Whether a serialised origin is in a list; the cost does not depend on the length of the list. */
export type OriginMatcher = (origin: string) => boolean;

/**
 * Compiles a list that validation has let through.
 *
 * @param rules hold for what an expression lets through; origins and patterns were judged before
 */
export function compileOrigins(
  list: readonly (string | RegExp)[],
  rules: CredentialOptions,
): OriginMatcher {
  // Apart, since a stranger can also send a pattern as it is written.
  const exact = new Set<string>();
  const patterns = new Set<string>();
  const expressions: RegExp[] = [];
  // No look-up needs more labels than the longest pattern has; an origin comes from a stranger.
  let depth = 0;
  for (const entry of list) {
    if (typeof entry !== "string") expressions.push(anchor(entry));
    else if (entry.includes("*")) {
      patterns.add(entry);
      depth = Math.max(depth, entry.split(".").length);
    } else exact.add(entry);
  }
  return (origin) => {
    // Without the bound, hashing would read the whole of a header that a stranger chose.
    if (origin.length > MAX_ORIGIN_LENGTH) return false;
    if (exact.has(origin)) return true;
    const url = (depth || expressions[0]) && parseOrigin(origin);
    return (
      !!url &&
      (isInFamily(url, patterns, depth) ||
        (expressions.some((expression) => expression.test(origin)) &&
          !sendsCredentialsInsecurely(origin, rules)))
    );
  };
}

/**
 * Looks for the host itself, then for `*` in place of all labels but the last, all but the last two
 * and so on: whole labels, so that `evilexample.com` can't meet `*.example.com`.
 */
export function isInFamily(
  { protocol, hostname, port }: URL,
  patterns: { has(pattern: string): boolean },
  depth: number,
): boolean {
  const exactPort = port && `:${port}`;
  let host = hostname;
  let dot = hostname.length;
  while (depth-- >= 0 && dot > 0) {
    const family = `${protocol}//${host}`;
    if (patterns.has(family + exactPort) || patterns.has(`${family}:*`)) return true;
    dot = hostname.lastIndexOf(".", dot - 1);
    host = `*${hostname.slice(dot)}`;
  }
  return false;
}
