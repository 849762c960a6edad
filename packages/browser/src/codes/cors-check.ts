import type { CodeEntry } from "./code-entry.ts";
import { both, fetchStandard } from "./code-entry.ts";

const corsCheck = `${fetchStandard}concept-cors-check`;

/** The steps of the CORS check. */
export type CorsCheckCode =
  | "acao-missing"
  | "acao-multiple"
  | "acao-invalid"
  | "acao-not-serialized"
  | "acao-mismatch"
  | "acao-wildcard-credentials"
  | "acac-missing"
  | "acac-not-true";

export const corsCheckCodes: Readonly<Record<CorsCheckCode, CodeEntry>> = {
  "acao-missing": {
    step: corsCheck,
    isCors: true,
    chromium: both("MissingAllowOriginHeader"),
    firefox: "CORSMissingAllowOrigin",
    explanation:
      "{host} answered without Access-Control-Allow-Origin. The browser therefore keeps the response from {origin}.",
    fix: "Server: allow {origin} (Crossgate: origin). If it is allowed already, look for answers made outside the CORS layer: errors, proxies, caches.",
  },
  "acao-multiple": {
    step: corsCheck,
    isCors: true,
    chromium: both("MultipleAllowOriginValues"),
    firefox: "CORSMultipleAllowOriginNotAllowed",
    explanation:
      "{host} answered with several values in Access-Control-Allow-Origin: '{detail}'. The browser accepts exactly one, and keeps the response from {origin}.",
    fix: "Server: let one layer alone set the header; a proxy and the application often both do. With Crossgate, list the origins in origin: each response then names the one that asked.",
  },
  "acao-invalid": {
    step: corsCheck,
    isCors: true,
    chromium: both("InvalidAllowOriginValue"),
    firefox: "CORSAllowOriginNotMatchingOrigin",
    explanation:
      "{host} answered with Access-Control-Allow-Origin: '{detail}', which is no origin at all. The browser compares it byte for byte with {origin}, and keeps the response back.",
    fix: "Server: send '{origin}' or '*'. Patterns are for the server to resolve: with Crossgate, write them in origin.",
  },
  "acao-not-serialized": {
    step: corsCheck,
    isCors: true,
    chromium: both("AllowOriginMismatch"),
    firefox: "CORSAllowOriginNotMatchingOrigin",
    explanation:
      "{host} allows '{detail}', which means {origin} but is not written as browsers write it. The browser compares byte for byte, and keeps the response back.",
    fix: "Server: send exactly '{origin}': lower case, no path, no trailing slash, no default port (Crossgate: origin).",
  },
  "acao-mismatch": {
    step: corsCheck,
    isCors: true,
    chromium: both("AllowOriginMismatch"),
    firefox: "CORSAllowOriginNotMatchingOrigin",
    explanation:
      "{host} allows '{detail}', and the page is {origin}. The browser keeps the response from a page that is not named.",
    fix: "Server: add {origin} to the allowed origins (Crossgate: origin). If it is there already, a cache may have kept another page's response: send Vary: Origin.",
  },
  "acao-wildcard-credentials": {
    step: corsCheck,
    isCors: true,
    chromium: both("WildcardOriginNotAllowed"),
    firefox: "CORSNotSupportingCredentials",
    explanation:
      "{host} answered Access-Control-Allow-Origin: *, and the page asked with credentials 'include'. The browser accepts only an origin by name there.",
    fix: "Server: name the origins and allow credentials (Crossgate: origin, credentials). Page: leave credentials out if no cookies are needed.",
  },
  "acac-missing": {
    step: corsCheck,
    isCors: true,
    chromium: both("InvalidAllowCredentials"),
    firefox: "CORSMissingAllowCredentials",
    explanation:
      "{host} allows {origin}, but not with credentials: Access-Control-Allow-Credentials is missing. The page asked with credentials 'include', so the browser keeps the response back.",
    fix: "Server: send Access-Control-Allow-Credentials: true (Crossgate: credentials). Page: leave credentials out if no cookies are needed.",
  },
  "acac-not-true": {
    step: corsCheck,
    isCors: true,
    chromium: both("InvalidAllowCredentials"),
    firefox: "CORSMissingAllowCredentials",
    explanation:
      "{host} answered Access-Control-Allow-Credentials: '{detail}'. The browser knows one value, 'true' in lower case, and keeps the response back.",
    fix: "Server: send exactly 'true', once (Crossgate: credentials).",
  },
};
