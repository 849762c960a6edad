// Configuration-time predicates over lower-case header names; no request data reaches these expressions.

const FORBIDDEN_REQUEST_HEADER =
  /^(?:accept-(?:charset|encoding)|access-control-request-(?:headers|method)|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|(?:proxy|sec)-.*)$/;

const CORS_RESPONSE_HEADER =
  /^access-control-(?:allow-(?:origin|credentials|methods|headers)|max-age|expose-headers)$/;

/**
 * A script can never set these, so a preflight can never ask for them.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenRequestHeader(name: string): boolean {
  return FORBIDDEN_REQUEST_HEADER.test(name);
}

/** The CORS headers that only a server sends. @see https://fetch.spec.whatwg.org/#http-responses */
export function isCorsResponseHeader(name: string): boolean {
  return CORS_RESPONSE_HEADER.test(name);
}

/** @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export function isForbiddenResponseHeader(name: string): boolean {
  return name === "set-cookie" || name === "set-cookie2";
}
