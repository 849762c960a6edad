import { REQUEST_METHOD } from "./cors-header.ts";

/** What the CORS protocol takes a request for. */
export type RequestKind = "none" | "actual" | "preflight";

/**
 * Tells a CORS request by its `Origin`, even an empty one, and a CORS-preflight request by its method
 * and `Access-Control-Request-Method`. Any other OPTIONS belongs to the application.
 *
 * @param origin the request's `Origin`, or `null` without one
 * @see https://fetch.spec.whatwg.org/#cors-preflight-request
 */
export function requestKind(request: Request, origin: string | null): RequestKind {
  if (origin === null) return "none";
  return request.method === "OPTIONS" && request.headers.has(REQUEST_METHOD)
    ? "preflight"
    : "actual";
}
