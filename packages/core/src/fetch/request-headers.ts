import { isToken } from "./token.ts";

/** What a request may make us write back: a longer `Access-Control-Request-Headers` is not echoed at all. */
const MAX_ECHOED_BYTES = 2048;
const MAX_ECHOED_NAMES = 64;

/**
 * The header names in a value of `Access-Control-Request-Headers`.
 *
 * ```abnf
 * Access-Control-Request-Headers = 1#field-name
 * ```
 *
 * Deviation: elements that are no field name are dropped, where the list rule would fail the
 * whole value; gateways that join and split lines leave such junk behind. Linear in its length.
 *
 * @see https://fetch.spec.whatwg.org/#http-access-control-request-headers
 */
export function parseRequestHeaders(value: string): Set<string> {
  const names = new Set<string>();
  for (const element of value.split(",")) {
    const name = stripWhitespace(element);
    // Tokens only, and before lower-casing: outside ASCII, lower-casing can turn junk into a token.
    if (isToken(name)) names.add(name.toLowerCase());
  }
  return names;
}

/**
 * The value to echo under a credentialed `allowHeaders: "*"`: lower-case, without duplicates.
 *
 * @returns the list, or `undefined` when there is nothing to echo or more than the bounds allow.
 * Never a list cut short: the browser would blame a header that the policy allows.
 */
export function echoRequestHeaders(value: string): string | undefined {
  if (value.length > MAX_ECHOED_BYTES) return undefined;
  const names = parseRequestHeaders(value);
  return names.size === 0 || names.size > MAX_ECHOED_NAMES ? undefined : [...names].join(",");
}

/** Optional whitespace (SP / HTAB) at both ends; `trim` would strip what HTTP does not. */
function stripWhitespace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhitespace(text.charCodeAt(start))) start++;
  while (end > start && isWhitespace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
