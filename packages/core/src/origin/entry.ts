import type { CorsConfigError } from "../config-error.ts";
import { createCors } from "../cors.ts";
import { isOrigin, MAX_ORIGIN_LENGTH, withoutPort } from "../fetch/origin.ts";
import type { OriginPattern } from "../options.ts";
import { quote } from "../quote.ts";
import { EXAMPLES } from "../validate/mistakes.ts";
import { toPattern } from "./pattern.ts";

export { report, warn } from "../report.ts";
export { strangers } from "./strangers.ts";

/** An origin with `*.` and `:*`. */
const LONGEST_ENTRY = MAX_ORIGIN_LENGTH + 4;

/** A set of texts, of which only this is asked. */
export interface TextSet {
  has(text: string): boolean;
}

/**
 * Says what is wrong with one entry of a list of origins that the server reads while it runs. The
 * rules are those of a policy without credentials. Expressions are no such entries, nor is `"*"`:
 * someone who writes into a table can't open the gate.
 *
 * @param entry an origin or a pattern
 * @returns what was found and what to write instead, or `undefined` for a valid entry
 * @example
 * ```ts
 * originProblem("https://*.myapp.com"); // undefined
 * originProblem("https://MyApp.com"); // 'invalid "https://MyApp.com", which no browser sends; write "https://myapp.com"'
 * ```
 */
export function originProblem(entry: unknown): string | undefined {
  // Customers write into tables, and a long text would fill the log with advice.
  if (typeof entry === "string" && entry.length > LONGEST_ENTRY) {
    return `invalid ${quote(entry)}, longer than any origin; ${EXAMPLES}`;
  }
  // Nearly all entries are of this kind, and a policy for each would cost ten times as much.
  if (typeof entry === "string" && /^https?:/.test(entry) && toPattern(entry) === entry) {
    return undefined;
  }
  if (typeof entry !== "string" || entry === "*") {
    return `prohibited ${quote(entry)}; ${EXAMPLES}`;
  }
  try {
    createCors({ origin: entry as OriginPattern });
    return undefined;
  } catch (error) {
    return (error as CorsConfigError).issues[0]!.message;
  }
}

/**
 * Whether an origin fits one of many patterns. The cost does not depend on their number.
 *
 * @param origin what a browser sent
 * @param patterns valid entries with a wildcard
 * @param depth the largest {@link patternDepth} among them
 * @example
 * ```ts
 * isInPatterns("https://a.myapp.com", new Set(["https://*.myapp.com"]), 3); // true
 * ```
 */
export function isInPatterns(origin: string, patterns: TextSet, depth: number): boolean {
  if (depth === 0 || !isOrigin(origin)) return false;
  const start = origin.indexOf("//") + 2;
  const scheme = origin.slice(0, start);
  const host = withoutPort(origin).slice(start);
  const port = origin.slice(start + host.length);
  // The host itself, then `*` in place of all labels except the last, all except the last two, and
  // so on. Labels stay whole, so that `evilexample.com` can't meet `*.example.com`.
  let candidate = host;
  let dot = host.length;
  for (let labels = depth; labels > 0 && dot !== -1; labels -= 1) {
    const family = `${scheme}${candidate}`;
    if (patterns.has(family + port) || patterns.has(`${family}:*`)) return true;
    dot = host.lastIndexOf(".", dot - 1);
    candidate = `*${host.slice(dot)}`;
  }
  return false;
}

/** How many labels a pattern has, of which the longest says how many a look-up compares. */
export function patternDepth(pattern: string): number {
  return pattern.split(".").length;
}
