/** What no browser reports, and what bites later. */
export type WarningCode =
  | "vary-missing"
  | "headers-not-exposed"
  | "preflight-redirected"
  | "preflight-needs-login"
  | "acao-missing-on-error"
  | "authorization-under-wildcard"
  | "max-age-short"
  | "acao-duplicate"
  | "cache-without-origin";

/** A warning in words. */
export interface Warning {
  readonly code: WarningCode;
  readonly explanation: string;
  readonly fix: string;
}

/** The one table of warnings. Texts hold `{placeholders}`. */
export const corsWarnings: Readonly<Record<WarningCode, Omit<Warning, "code">>> = {
  "vary-missing": {
    explanation:
      "{host} allows {origin} by name, without Vary: Origin. A cache may hand this response to a page of another origin, which is then blocked.",
    fix: "Server: send Vary: Origin on every response, also on those without an Origin header (Crossgate does). Only a server that always sends this one origin can do without.",
  },
  "headers-not-exposed": {
    explanation:
      "The page may read the response, but not its headers {detail}. Browsers hide all but seven headers unless the server exposes them.",
    fix: "Server: name them in Access-Control-Expose-Headers (Crossgate: exposeHeaders).",
  },
  "preflight-redirected": {
    explanation:
      "Something in front of {host} redirects OPTIONS to {detail}: a login page, http to https, or a trailing slash. The CORS layer behind it never sees the preflight.",
    fix: "Server: mount the CORS layer in front of whatever redirects. Page: ask the final URL.",
  },
  "preflight-needs-login": {
    explanation:
      "{host} answers the preflight with {detail}: it wants credentials. A preflight never carries any.",
    fix: "Server: let OPTIONS through before authentication; with Crossgate, mount the gate outside of it.",
  },
  "acao-missing-on-error": {
    explanation:
      "{host} sends CORS headers on other responses, but not on this {detail}. The page sees a CORS error and never learns of the real one.",
    fix: "Server: let errors pass through the CORS layer too (Crossgate: onError, or the adapter of your framework).",
  },
  "authorization-under-wildcard": {
    explanation:
      "{host} allows Authorization through Access-Control-Allow-Headers: * alone. Today's browsers put up with it; the standard does not.",
    fix: "Server: list it: *, authorization (Crossgate does so under allowHeaders '*').",
  },
  "max-age-short": {
    explanation:
      "This preflight is cached for {detail} seconds. Nearly every request of the page will be preceded by another one.",
    fix: "Server: send Access-Control-Max-Age, for example 600 (Crossgate: maxAge).",
  },
  "acao-duplicate": {
    explanation:
      "{host} sends Access-Control-Allow-Origin more than once: '{detail}'. Two layers set it, and browsers refuse the sum of two right values.",
    fix: "Server: let one layer own the header (Crossgate replaces what is there).",
  },
  "cache-without-origin": {
    explanation:
      "This response of {host} came from the browser's HTTP cache. {detail} had stored it there. It lacks Vary: Origin, which would keep it from this request.",
    fix: "Server: send Vary: Origin on every response, also on those without an Origin header (Crossgate does). Page: give the element that loads the same URL the attribute crossorigin.",
  },
};
