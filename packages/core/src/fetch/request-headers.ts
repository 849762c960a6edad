import { isMadeOf, TOKEN } from "./characters.ts";
import { parseList } from "./list.ts";

/** What a request may make us write back. */
const MAX_ECHOED_BYTES = 2048;
const MAX_ECHOED_NAMES = 64;

/**
 * The header names in a value of `Access-Control-Request-Headers`, lower-case.
 *
 * ```abnf
 * Access-Control-Request-Headers = 1#field-name
 * ```
 *
 * Deviation: elements that are no field name are dropped. The list rule would fail the whole value.
 * Gateways that split and join lines leave such junk behind. Linear in its length.
 *
 * @see https://fetch.spec.whatwg.org/#http-access-control-request-headers
 */
export function parseRequestHeaders(value: string): Set<string> {
  return new Set(
    parseList(value)
      // Checked before lower-casing, which outside ASCII can turn junk into a token.
      .filter((name) => isMadeOf(TOKEN, name))
      .map((name) => name.toLowerCase()),
  );
}

/**
 * The names to echo under a credentialed `allowHeaders: "*"`; none where the bounds do not allow all
 * of them. Never a list cut short: the browser would blame a header that the policy allows.
 */
export function echoRequestHeaders(value: string): readonly string[] {
  if (value.length > MAX_ECHOED_BYTES) return [];
  const names = [...parseRequestHeaders(value)];
  return names.length > MAX_ECHOED_NAMES ? [] : names;
}
