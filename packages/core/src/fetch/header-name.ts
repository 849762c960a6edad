// Header names that no policy may have; tested at construction only.

/** A script can never set these, so a preflight can never ask for them. */
const FORBIDDEN_REQUEST_HEADERS = [
  "accept-charset",
  "accept-encoding",
  "connection",
  "content-length",
  "cookie",
  "cookie2",
  "date",
  "dnt",
  "expect",
  "host",
  "keep-alive",
  "origin",
  "referer",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "via",
];
const FORBIDDEN_PREFIXES = ["access-control-request-", "proxy-", "sec-"];

/** @see https://fetch.spec.whatwg.org/#forbidden-request-header */
export function isForbiddenRequestHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    FORBIDDEN_REQUEST_HEADERS.includes(lower) ||
    FORBIDDEN_PREFIXES.some((prefix) => lower.startsWith(prefix))
  );
}

/** Of these a script can set what is not forbidden, but only servers have a use for it. */
export function isCorsHeader(name: string): boolean {
  return name.toLowerCase().startsWith("access-control-");
}

/** A script can never read these. @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export function isForbiddenResponseHeader(name: string): boolean {
  return ["set-cookie", "set-cookie2"].includes(name.toLowerCase());
}
