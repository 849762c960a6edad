import type { CodeEntry } from "./code-entry.ts";
import { fetchStandard, onPreflight } from "./code-entry.ts";

const preflight = `${fetchStandard}cors-preflight-fetch-0`;

/** Preflights that do not allow the request. */
export type PreflightCode =
  | "preflight-redirect"
  | "preflight-status"
  | "methods-unparsable"
  | "method-not-allowed"
  | "headers-unparsable"
  | "header-not-allowed"
  | "authorization-needs-explicit";

export const preflightCodes: Readonly<Record<PreflightCode, CodeEntry>> = {
  "preflight-redirect": {
    step: preflight,
    isCors: true,
    chromium: onPreflight("PreflightDisallowedRedirect"),
    firefox: "CORSExternalRedirectNotAllowed",
    explanation:
      "{host} answered the preflight with a redirect to {detail}. The browser never follows a redirect on a preflight, so the request itself was not sent.",
    fix: "Server: answer OPTIONS before anything that redirects: login, http to https, trailing slashes. With Crossgate, mount it in front of them. Page: ask the final URL directly.",
  },
  "preflight-status": {
    step: preflight,
    isCors: true,
    chromium: onPreflight("PreflightInvalidStatus"),
    firefox: "CORSPreflightDidNotSucceed",
    explanation:
      "{host} answered the preflight with status {detail}. The browser wants 200 to 299 there, so the request itself was not sent.",
    fix: "Server: let the CORS layer answer OPTIONS before routing and authentication; a preflight never carries cookies or tokens. With Crossgate, mount it outermost; preflightStatus sets the status, and with preflightContinue the handler's own status counts.",
  },
  "methods-unparsable": {
    step: preflight,
    isCors: true,
    chromium: onPreflight("InvalidAllowMethodsPreflightResponse"),
    firefox: "CORSInvalidAllowMethod",
    explanation:
      "{host} answered the preflight with Access-Control-Allow-Methods: '{detail}', which is not a list of methods. One bad element spoils the whole response, even where the method needs no permission.",
    fix: "Server: send methods separated by commas, without quotes or brackets (Crossgate: allowMethods).",
  },
  "method-not-allowed": {
    step: preflight,
    isCors: true,
    chromium: onPreflight("MethodDisallowedByPreflightResponse"),
    firefox: "CORSMethodNotFound",
    explanation:
      "The page wants to send {method}, and the Access-Control-Allow-Methods of {host} does not list it. The browser did not send the request.",
    fix: "Server: list {method}; letters count as written, and '*' is a plain name with credentials (Crossgate: allowMethods). Page: browsers correct the case of DELETE, GET, HEAD, OPTIONS, POST and PUT alone, so write PATCH, never patch.",
  },
  "headers-unparsable": {
    step: preflight,
    isCors: true,
    chromium: onPreflight("InvalidAllowHeadersPreflightResponse"),
    firefox: "CORSInvalidAllowHeader",
    explanation:
      "{host} answered the preflight with Access-Control-Allow-Headers: '{detail}', which is not a list of header names. One bad element spoils the whole response, even where no header needs permission.",
    fix: "Server: send header names separated by commas, without quotes or blanks inside (Crossgate: allowHeaders).",
  },
  "header-not-allowed": {
    step: preflight,
    isCors: true,
    chromium: onPreflight("HeaderDisallowedByPreflightResponse"),
    firefox: "CORSMissingAllowHeaderFromPreflight",
    explanation:
      "The page wants to send the header {detail}, and the Access-Control-Allow-Headers of {host} does not list it. The browser did not send the request.",
    fix: "Server: list {detail}; '*' is a plain name with credentials (Crossgate: allowHeaders). Page: leave the header out if the server does not need it.",
  },
  "authorization-needs-explicit": {
    step: `${fetchStandard}cors-non-wildcard-request-header-name`,
    isCors: true,
    chromium: onPreflight("HeaderDisallowedByPreflightResponse"),
    firefox: "CORSMissingAllowHeaderFromPreflight",
    explanation:
      "The page wants to send Authorization, and {host} allows headers with '*' only. By the standard the wildcard does not cover Authorization.",
    fix: "Server: name it: Access-Control-Allow-Headers: *, authorization (Crossgate does so under allowHeaders '*').",
  },
};
