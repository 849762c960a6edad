/**
 * Responses that have no copy and take no headers: a protocol switch carries a live socket (or, on
 * Deno, a promise tied to this very object), and a network error is no HTTP response at all.
 *
 * @see https://fetch.spec.whatwg.org/#dom-response-error
 */
export function isUntouchable(response: Response): boolean {
  return response.status === 101 || response.status === 0;
}
