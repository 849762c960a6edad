// Names of the CORS protocol. Those of responses are in the lower case that every Headers object
// stores, those of requests as `Vary` spells them.
// https://fetch.spec.whatwg.org/#http-cors-protocol

export const REQUEST_METHOD = "Access-Control-Request-Method";
export const REQUEST_HEADERS = "Access-Control-Request-Headers";

export const ALLOW_ORIGIN = "access-control-allow-origin";
export const ALLOW_CREDENTIALS = "access-control-allow-credentials";
export const ALLOW_METHODS = "access-control-allow-methods";
export const ALLOW_HEADERS = "access-control-allow-headers";
export const MAX_AGE = "access-control-max-age";
export const EXPOSE_HEADERS = "access-control-expose-headers";

/** The gate's, whatever a handler, an upstream or an inner gate wrote. */
export const OWNED: readonly string[] = [
  ALLOW_ORIGIN,
  ALLOW_CREDENTIALS,
  EXPOSE_HEADERS,
  ALLOW_METHODS,
  ALLOW_HEADERS,
  MAX_AGE,
];

export const VARY = "vary";
