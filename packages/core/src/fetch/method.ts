/** Of these no preflight asks. @see https://fetch.spec.whatwg.org/#cors-safelisted-method */
const SAFELISTED = ["GET", "HEAD", "POST"];
/** No script can send these. @see https://fetch.spec.whatwg.org/#forbidden-method */
const FORBIDDEN = ["CONNECT", "TRACE", "TRACK"];
/** Browsers write these in upper case. @see https://fetch.spec.whatwg.org/#concept-method-normalize */
const NORMALIZED = ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"];

/** @see https://fetch.spec.whatwg.org/#cors-safelisted-method */
export function isSafelistedMethod(method: string): boolean {
  return SAFELISTED.includes(method);
}

/** In any case of letters. @see https://fetch.spec.whatwg.org/#forbidden-method */
export function isForbiddenMethod(method: string): boolean {
  return FORBIDDEN.includes(method.toUpperCase());
}

/**
 * Upper-cases exactly the six methods that browsers upper-case; `patch` stays `patch`.
 *
 * @see https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export function normalizeMethod(method: string): string {
  const upper = method.toUpperCase();
  return NORMALIZED.includes(upper) ? upper : method;
}
