import { parseNames } from "./list.ts";

/** What a request may make us write back. */
const MAX_ECHOED_BYTES = 2048;
const MAX_ECHOED_NAMES = 64;

/**
 * The names to echo under a credentialed `allowHeaders: "*"`; none where the bounds do not allow all
 * of them. Never a list cut short: the browser would blame a header that the policy allows.
 *
 * ```abnf
 * Access-Control-Request-Headers = 1#field-name
 * ```
 *
 * @see https://fetch.spec.whatwg.org/#http-access-control-request-headers
 */
export function echoRequestHeaders(value: string): readonly string[] {
  if (value.length > MAX_ECHOED_BYTES) return [];
  const names = [...parseNames(value)];
  return names.length > MAX_ECHOED_NAMES ? [] : names;
}
