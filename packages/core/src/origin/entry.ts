import type { CorsConfigError } from "../config-error.ts";
import { createCors } from "../cors.ts";
import { MAX_ORIGIN_LENGTH, parseOrigin } from "../fetch/origin.ts";
import type { OriginPattern } from "../options.ts";
import { quote } from "../quote.ts";
import { isInFamily } from "./list.ts";
import { toPattern } from "./pattern.ts";

export { strangers } from "./strangers.ts";

/** A set of texts, of which only this is asked. */
export interface TextSet {
  has(text: string): boolean;
}

/**
 * Says what is wrong with one entry of a list of origins that is read while the server runs, by the
 * rules of a policy without credentials. Expressions are no such entries, nor is `"*"`: whoever
 * writes into a table can't open the gate.
 *
 * @param entry an origin or a pattern
 * @returns what was found and what to write instead, or `undefined` for a valid entry
 * @example
 * ```ts
 * originProblem("https://*.myapp.com"); // undefined
 * originProblem("https://MyApp.com/"); // 'invalid "https://MyApp.com/"; write "https://myapp.com"'
 * ```
 */
export function originProblem(entry: unknown): string | undefined {
  // Nearly all entries are of this kind, and a policy for each would cost ten times as much.
  if (typeof entry === "string" && /^https?:/.test(entry) && toPattern(entry) === entry) {
    return undefined;
  }
  if (typeof entry !== "string" || entry === "*") {
    return `prohibited ${quote(entry)}; write an origin like "https://example.com" or "https://*.example.com"`;
  }
  try {
    createCors({ origin: entry as OriginPattern });
    return undefined;
  } catch (error) {
    return (error as CorsConfigError).issues.map(({ message }) => message).join("; ");
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
  if (depth === 0 || origin.length > MAX_ORIGIN_LENGTH) return false;
  const url = parseOrigin(origin);
  return url !== undefined && isInFamily(url, patterns, depth);
}

/** How many labels a pattern has, of which the longest says how many a look-up compares. */
export function patternDepth(pattern: string): number {
  return pattern.split(".").length;
}
