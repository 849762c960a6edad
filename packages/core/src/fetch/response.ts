/**
 * Responses that have no copy and take no headers: a protocol switch carries a live socket (or, on
 * Deno, a promise tied to this very object), and a network error is no HTTP response at all.
 *
 * @see https://fetch.spec.whatwg.org/#dom-response-error
 */
export function isUntouchable(response: Response): boolean {
  return response.status === 101 || response.status === 0;
}

/**
 * A mutable copy. The one form that keeps status, body stream, several `Set-Cookie`, and on workerd
 * `webSocket`, `cf` and `encodeBody`; a `{ status, headers }` copy compresses a body twice there.
 *
 * @throws RangeError for a status above 599, TypeError for a body already read
 */
export function copyResponse(response: Response): Response {
  return new Response(response.body, response);
}
