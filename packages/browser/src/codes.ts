/** Every reason a browser has for keeping a response from a page, one per step of the standard. */
export type CorsCode =
  | "mode-same-origin"
  | "scheme-not-http"
  | "no-cors-redirect-mode"
  | "preflight-redirect"
  | "preflight-status"
  | "acao-missing"
  | "acao-multiple"
  | "acao-invalid"
  | "acao-not-serialized"
  | "acao-mismatch"
  | "acao-wildcard-credentials"
  | "acac-missing"
  | "acac-not-true"
  | "methods-unparsable"
  | "method-not-allowed"
  | "headers-unparsable"
  | "header-not-allowed"
  | "authorization-needs-explicit"
  | "redirect-origin-null"
  | "redirect-mode-same-origin"
  | "redirect-userinfo"
  | "redirect-userinfo-embedded"
  | "redirect-stream-body"
  | "redirect-too-many"
  | "redirect-scheme"
  | "redirect-location"
  | "redirect-forbidden"
  | "embedding-refused"
  | "integrity"
  | "bad-port"
  | "data-url-invalid"
  | "blob-not-found"
  | "cache-only"
  | "keepalive-too-large"
  | "answer-unusable"
  | "local-network-insecure"
  | "local-network-mismatch"
  | "local-network-denied"
  | "network-error";

/** What is known about one code. Texts hold `{placeholders}`: see `fillTemplate`. */
export interface CodeEntry {
  /** The step of the standard that fails. */
  readonly step: string;
  /** False where the standard has a network error that no CORS header would have prevented. */
  readonly isCors: boolean;
  /** The `CorsError` of the DevTools protocol, on the request itself and on its preflight. */
  readonly chromium: { readonly actual: string | null; readonly preflight: string | null };
  /** The name of the reason in Firefox, as MDN lists them. */
  readonly firefox: string | null;
  /** Two sentences: who refused what. */
  readonly explanation: string;
  /** What to change, and where. */
  readonly fix: string;
}

const fetchStandard = "https://fetch.spec.whatwg.org/#";
const corsCheck = `${fetchStandard}concept-cors-check`;
const preflight = `${fetchStandard}cors-preflight-fetch-0`;
const mainFetch = `${fetchStandard}concept-main-fetch`;
const redirectFetch = `${fetchStandard}concept-http-redirect-fetch`;

const localNetwork = "https://wicg.github.io/local-network-access/#";
const none = { actual: null, preflight: null } as const;
const both = (name: string): CodeEntry["chromium"] => ({
  actual: name,
  preflight: `Preflight${name}`,
});
const onPreflight = (name: string): CodeEntry["chromium"] => ({ actual: null, preflight: name });
const onActual = (name: string): CodeEntry["chromium"] => ({ actual: name, preflight: null });

/** The one table of codes: errors, diagnosis, the command line and the docs are made from it. */
export const corsCodes: Readonly<Record<CorsCode, CodeEntry>> = {
  "mode-same-origin": {
    step: mainFetch,
    isCors: true,
    chromium: onActual("DisallowedByMode"),
    firefox: null,
    explanation:
      "The page asked with mode 'same-origin', and {url} is not on its own origin {origin}. The browser refused before it asked the server.",
    fix: "Page: leave the mode out, or set it to 'cors'. The server has to allow the origin then.",
  },
  "scheme-not-http": {
    step: mainFetch,
    isCors: true,
    chromium: onActual("CorsDisabledScheme"),
    firefox: "CORSRequestNotHttp",
    explanation:
      "CORS exists for http: and https: URLs only, and {url} is neither. The browser refused before it asked anyone.",
    fix: "Page: use an http: or https: URL. A page opened from a file needs a local web server.",
  },
  "no-cors-redirect-mode": {
    step: mainFetch,
    isCors: true,
    chromium: onActual("NoCorsRedirectModeNotFollow"),
    firefox: null,
    explanation:
      "The page asked another origin with mode 'no-cors' and a redirect mode other than 'follow'. The browser does not offer the two together.",
    fix: "Page: leave redirect out, or use mode 'cors'.",
  },
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
  "redirect-origin-null": {
    step: redirectFetch,
    isCors: true,
    chromium: both("AllowOriginMismatch"),
    firefox: "CORSAllowOriginNotMatchingOrigin",
    explanation:
      "{host} was reached through a redirect from another foreign origin, and from there on the browser calls the page 'null'. The server allows '{detail}', the page's real name, which no longer matches.",
    fix: "Page: ask {host} directly. Server: do not redirect across origins; only a public answer with '*' survives it (Crossgate: origin '*').",
  },
  "redirect-mode-same-origin": {
    step: mainFetch,
    isCors: true,
    // Blink stops the redirect before the network service could name an error.
    chromium: none,
    firefox: null,
    explanation:
      "The page asked its own origin with mode 'same-origin', and was redirected to {url}. The browser does not leave the origin in that mode.",
    fix: "Page: leave the mode out, or set it to 'cors'. Server: do not redirect this URL to another origin.",
  },
  "redirect-userinfo": {
    step: redirectFetch,
    isCors: true,
    chromium: onActual("RedirectContainsCredentials"),
    firefox: "CORSDidNotSucceed",
    explanation:
      "{host} redirected to a URL with a user name or password in it. The browser does not follow such a redirect across origins.",
    fix: "Server: redirect to a URL without userinfo.",
  },
  "redirect-userinfo-embedded": {
    step: redirectFetch,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "{host} redirected to a URL with a user name or password in it. The standard lets this request follow it, this browser does not.",
    fix: "Server: redirect to a URL without userinfo.",
  },
  "redirect-stream-body": {
    step: redirectFetch,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "{host} redirected a request whose body was a stream. The browser has sent the stream already, and cannot send it again.",
    fix: "Page: ask the final URL, or send a body that is not a stream. Server: redirect with 303.",
  },
  "redirect-too-many": {
    step: redirectFetch,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "{host} redirected for the twenty-first time. The browser follows twenty redirects and then gives up.",
    fix: "Server: end the redirect loop.",
  },
  "redirect-scheme": {
    step: redirectFetch,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "{host} redirected to {detail}. The browser follows redirects to http: and https: only.",
    fix: "Server: redirect to an http: or https: URL.",
  },
  "redirect-location": {
    step: `${fetchStandard}concept-response-location-url`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "{host} redirected with the Location '{detail}', which is not a URL. The browser cannot follow it.",
    fix: "Server: send a valid URL in Location.",
  },
  "redirect-forbidden": {
    step: `${fetchStandard}concept-http-fetch`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "{host} redirected to {detail}, and the page asked with redirect 'error'. The browser did what the page asked for.",
    fix: "Page: ask the final URL, or leave redirect out.",
  },
  "embedding-refused": {
    step: `${fetchStandard}cross-origin-resource-policy-check`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "Cross-Origin-Resource-Policy '{detail}' keeps the response of {host} from this page. The server set it, or the page's embedder policy did.",
    fix: "Server: send Cross-Origin-Resource-Policy: cross-origin. Page: ask with mode 'cors', and let the server allow {origin}.",
  },
  integrity: {
    step: `${fetchStandard}concept-main-fetch`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "The response of {host} does not match the integrity '{detail}'. A response the page may not read never matches.",
    fix: "Page: update the hash, and ask with mode 'cors'. Server: allow {origin} to read the response.",
  },
  "bad-port": {
    step: `${fetchStandard}port-blocking`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "The port of {host} belongs to another protocol. The browser sends no HTTP request to it.",
    fix: "Server: listen on another port.",
  },
  "data-url-invalid": {
    step: `${fetchStandard}data-url-processor`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "The browser cannot read the data: URL. It has no comma, or its base64 is malformed.",
    fix: "Page: write data:<type>,<text> or data:<type>;base64,<base64>.",
  },
  "blob-not-found": {
    step: `${fetchStandard}scheme-fetch`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "The browser has no blob for {url} that {origin} can get. The URL is revoked, or belongs to another origin, or the request is no plain GET.",
    fix: "Page: make the URL with createObjectURL on {origin}, and ask with GET.",
  },
  "cache-only": {
    step: `${fetchStandard}http-network-or-cache-fetch`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation: "The page asked with cache 'only-if-cached'. The cache has no response of {host}.",
    fix: "Page: leave cache out.",
  },
  "keepalive-too-large": {
    step: `${fetchStandard}http-network-or-cache-fetch`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "The body has {detail} bytes. Requests that outlive their page share 65536 bytes of body.",
    fix: "Page: send less, or leave keepalive out.",
  },
  "answer-unusable": {
    step: `${fetchStandard}concept-main-fetch`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "The element got a response of {host} that it cannot use: {detail}. CORS has let it pass.",
    fix: "Server: answer with a status from 200 to 299, and with the Content-Type of the resource.",
  },
  "local-network-insecure": {
    step: `${localNetwork}fetching`,
    isCors: false,
    chromium: onActual("InsecureLocalNetwork"),
    firefox: null,
    explanation:
      "{host} is in the {detail} address space, and the page came from the web without https. The browser lets only secure pages ask for such access.",
    fix: "Page: serve it over https.",
  },
  "local-network-mismatch": {
    step: `${localNetwork}fetching`,
    isCors: false,
    chromium: onActual("InvalidLocalNetworkAccess"),
    firefox: null,
    explanation:
      "The page named another address space than the one {host} is in ({detail}). The browser refuses the request.",
    fix: "Page: name the right targetAddressSpace, or leave it out.",
  },
  "local-network-denied": {
    step: `${localNetwork}fetching`,
    isCors: false,
    chromium: onActual("LocalNetworkAccessPermissionDenied"),
    firefox: null,
    explanation:
      "{host} is in the {detail} address space, and the page came from the web. The user, or a policy, has not allowed this page to reach it.",
    fix: "Page: tell the user why, and how to allow it in the site's settings. No header of the server helps.",
  },
  "network-error": {
    step: `${fetchStandard}concept-network-error`,
    isCors: false,
    chromium: none,
    firefox: "CORSDidNotSucceed",
    explanation:
      "There was no response from {host}: {detail}. This is not CORS, though a page cannot tell the difference.",
    fix: "Server: look at name, port, TLS and whether it runs at all. No CORS header helps.",
  },
};
