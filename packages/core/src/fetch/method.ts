import { isListed } from "./list.ts";

/** @see https://fetch.spec.whatwg.org/#cors-safelisted-method */
export const SAFELISTED_METHODS = "GET,HEAD,POST";

/** @see https://fetch.spec.whatwg.org/#forbidden-method */
export function isForbiddenMethod(method: string): boolean {
  return isListed(method.toUpperCase(), "CONNECT,TRACE,TRACK");
}

/**
 * Upper-cases exactly the six methods that browsers upper-case; `patch` stays `patch`.
 *
 * @see https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export function normalizeMethod(method: string): string {
  const upper = method.toUpperCase();
  return isListed(upper, "GET,HEAD,PUT,POST,DELETE,OPTIONS") ? upper : method;
}
