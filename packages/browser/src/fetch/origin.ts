/** Schemes whose URLs have a tuple origin by the URL standard. */
const tupleSchemes = new Set(["http:", "https:", "ws:", "wss:", "ftp:"]);
/** Schemes with an opaque origin, host or not. */
const opaqueSchemes = new Set(["about:", "blob:", "data:", "file:", "javascript:"]);

/**
 * The serialised origin of a URL; `null` for an opaque one. Unlike `URL.origin` it also serves
 * the schemes of apps and extensions (`capacitor://localhost`), whose engines treat them as tuples.
 *
 * @see https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
 */
export function originOf(url: URL): string {
  if (tupleSchemes.has(url.protocol)) return url.origin;
  if (opaqueSchemes.has(url.protocol) || url.host === "") return "null";
  return `${url.protocol}//${url.host}`;
}

/**
 * Same origin: scheme, host and port. An opaque origin is same origin with no URL at all.
 *
 * @see https://html.spec.whatwg.org/multipage/browsers.html#same-origin
 */
export function isSameOrigin(origin: string, url: URL): boolean {
  return origin !== "null" && origin === originOf(url);
}

/** Whether two URLs have the same tuple origin. */
export function haveSameOrigin(first: URL, second: URL): boolean {
  return isSameOrigin(originOf(first), second);
}

/** HTTP(S) scheme. */
export function isHttp(url: URL): boolean {
  return url.protocol === "http:" || url.protocol === "https:";
}
