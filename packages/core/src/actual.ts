import { mergeVary } from "./fetch/vary.ts";
import {
  ALLOW_CREDENTIALS,
  ALLOW_HEADERS,
  ALLOW_METHODS,
  ALLOW_ORIGIN,
  EXPOSE_HEADERS,
  MAX_AGE,
  VARY,
} from "./headers.ts";
import type { Policy } from "./policy.ts";

/**
 * Writes the policy into the headers of any response that is not a preflight's.
 *
 * The gate owns these headers: what a handler, an upstream or an inner gate wrote is replaced, and
 * removed where the policy says no, so that two answers never mix.
 *
 * @param allowOrigin the value of `Access-Control-Allow-Origin`, `undefined` for none
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export function writeActual<Context>(
  headers: Headers,
  policy: Policy<Context>,
  allowOrigin: string | undefined,
): void {
  const allowed = allowOrigin !== undefined;
  write(headers, ALLOW_ORIGIN, allowOrigin);
  write(headers, ALLOW_CREDENTIALS, allowed && policy.credentials ? "true" : undefined);
  write(headers, EXPOSE_HEADERS, allowed ? policy.exposeHeaders : undefined);
  headers.delete(ALLOW_METHODS);
  headers.delete(ALLOW_HEADERS);
  headers.delete(MAX_AGE);
  if (policy.staticOrigin === undefined) headers.set(VARY, mergeVary(headers.get(VARY), "Origin"));
}

function write(headers: Headers, name: string, value: string | undefined): void {
  if (value === undefined) headers.delete(name);
  else headers.set(name, value);
}
