import { isOrigin, MAX_ORIGIN_LENGTH, withoutPort } from "../fetch/origin.ts";
import { anchor } from "./expression.ts";
import { sendsCredentialsInsecurely, type CredentialOptions } from "./insecure.ts";
import { compilePatterns } from "./patterns.ts";

/** Whether a serialised origin is in a list; the cost does not depend on the length of the list. */
export type OriginMatcher = (origin: string) => boolean;

/** Origins, patterns and expressions that validation has let through. */
export type OriginSet = ReadonlySet<string | RegExp>;

/**
 * Compiles a list.
 *
 * @param options hold for what an expression lets through; origins and patterns were checked before
 */
export function compileOrigins(entries: OriginSet, options: CredentialOptions): OriginMatcher {
  const expressions: RegExp[] = [];
  const patterns: string[] = [];
  const patternsOfAnyPort: string[] = [];
  for (const entry of entries) {
    if (typeof entry !== "string") expressions.push(anchor(entry));
    else if (entry.includes("*")) {
      if (entry.endsWith(":*")) patternsOfAnyPort.push(entry.slice(0, -2));
      else patterns.push(entry);
    }
  }
  const fits = compilePatterns(patterns);
  const fitsWithAnyPort = compilePatterns(patternsOfAnyPort);
  const areExact = patterns.length + patternsOfAnyPort.length === 0;
  return (origin) => {
    // Without the bound, hashing would read the whole of a header that a stranger chose.
    if (origin.length > MAX_ORIGIN_LENGTH) return false;
    // A stranger can also send a pattern as it is written.
    if (entries.has(origin)) return areExact || !origin.includes("*");
    if (fits(origin)) return true;
    if (patternsOfAnyPort[0] && fitsWithAnyPort(withoutPort(origin))) return isOrigin(origin);
    return (
      expressions.length > 0 &&
      isOrigin(origin) &&
      expressions.some((expression) => expression.test(origin)) &&
      !sendsCredentialsInsecurely(origin, options)
    );
  };
}
