// Names of the CORS protocol, in the lower case that every Headers object stores.
// https://fetch.spec.whatwg.org/#http-cors-protocol

export const REQUEST_METHOD = "access-control-request-method";
export const REQUEST_HEADERS = "access-control-request-headers";

export const ALLOW_ORIGIN = "access-control-allow-origin";
export const ALLOW_CREDENTIALS = "access-control-allow-credentials";
export const ALLOW_METHODS = "access-control-allow-methods";
export const ALLOW_HEADERS = "access-control-allow-headers";
export const MAX_AGE = "access-control-max-age";
export const EXPOSE_HEADERS = "access-control-expose-headers";

export const VARY = "vary";

/** Values by header name. */
export type HeaderRecord = Readonly<Record<string, string>>;

/** One header, or none where it has no value. */
export function header(name: string, value: string | false): HeaderRecord {
  return value ? { [name]: value } : {};
}
