// Header names that no policy may have; tested at construction only.

const FORBIDDEN_REQUEST_HEADER =
  /^(accept-charset|accept-encoding|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|(access-control-request|proxy|sec)-.*)$/i;

/**
 * A script can never set these, so a preflight can never ask for them.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenRequestHeader(name: string): boolean {
  return FORBIDDEN_REQUEST_HEADER.test(name);
}

/** Of these a script can set what is not forbidden, but only servers have a use for it. */
export function isCorsHeader(name: string): boolean {
  return /^access-control-/i.test(name);
}

/** A script can never read these. @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export function isForbiddenResponseHeader(name: string): boolean {
  return /^set-cookie2?$/i.test(name);
}
