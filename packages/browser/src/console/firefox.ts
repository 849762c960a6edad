import type { CorsCode } from "../codes.ts";
import type { BlockedRequest } from "./blocked-request.ts";
import { type Lines, withoutLine } from "./lines.ts";

/** The line Firefox writes into its console. */
export function firefoxMessage(blocked: BlockedRequest): string {
  const { failure, lastUrl, status, initiator } = blocked;
  const own = ownLine(blocked);
  if (own !== undefined) return own;
  const reason = reasons[failure.code]?.(blocked);
  const isUnsaid = failure.code === "scheme-not-http" && initiator === "style";
  if (reason === undefined || isUnsaid) return "NetworkError when attempting to fetch resource.";
  // One of its texts sets the URL in quotes.
  const url = failure.code === "acao-wildcard-credentials" ? `‘${lastUrl}’` : lastUrl;
  const hasStatus = failure.code !== "redirect-userinfo" && status !== undefined;
  const told = statusTold.has(failure.code)
    ? ` Status code: ${hasStatus ? status : "(null)"}.`
    : "";
  return `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: ${reason}).${told}`;
}

/** What is not said as a reason of CORS. */
function ownLine({ failure, pageUrl, lastUrl, initiator }: BlockedRequest): string | undefined {
  switch (failure.code) {
    case "mode-same-origin":
    case "redirect-mode-same-origin":
      return `Security Error: Content at ${pageUrl} may not load data from ${lastUrl}.`;
    case "embedding-refused":
      return `The resource at “${lastUrl}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See ${corpPage}`;
    case "scheme-not-http":
      return initiator === "eventsource"
        ? `Firefox can’t establish a connection to the server at ${lastUrl}.`
        : undefined;
    default:
      return undefined;
  }
}

const corpPage = "https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#";

/** The only reasons that tell the status. */
const statusTold: ReadonlySet<CorsCode> = new Set([
  "acao-missing",
  "preflight-status",
  "network-error",
  "redirect-userinfo",
]);

const mismatch = ({ failure }: BlockedRequest): string =>
  `CORS header ‘Access-Control-Allow-Origin’ does not match ‘${failure.detail}’`;
const missingHeader = ({ failure }: BlockedRequest): string =>
  `header ‘${failure.detail}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response`;
const credentials = (): string =>
  "expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’";
const unsuccessful = (): string => "CORS request did not succeed";

const reasons: Lines = {
  ...withoutLine,
  "local-network-insecure": undefined,
  "local-network-mismatch": undefined,
  "local-network-denied": undefined,
  "mode-same-origin": undefined,
  "no-cors-redirect-mode": undefined,
  "redirect-mode-same-origin": undefined,
  "redirect-userinfo": unsuccessful,
  "scheme-not-http": () => "CORS request not http",
  "preflight-redirect": () => "CORS request external redirect not allowed",
  "preflight-status": () => "CORS preflight response did not succeed",
  "acao-missing": () => "CORS header ‘Access-Control-Allow-Origin’ missing",
  "acao-multiple": () => "Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed",
  "acao-invalid": mismatch,
  "acao-not-serialized": mismatch,
  "acao-mismatch": mismatch,
  "redirect-origin-null": mismatch,
  "acao-wildcard-credentials": () =>
    "Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’",
  "acac-missing": credentials,
  "acac-not-true": credentials,
  "methods-unparsable": ({ failure }) =>
    `invalid token ‘${failure.detail}’ in CORS header ‘Access-Control-Allow-Methods’`,
  "method-not-allowed": () => "Did not find method in CORS header ‘Access-Control-Allow-Methods’",
  "headers-unparsable": ({ failure }) =>
    `invalid token ‘${failure.detail}’ in CORS header ‘Access-Control-Allow-Headers’`,
  "header-not-allowed": missingHeader,
  "authorization-needs-explicit": missingHeader,
  "network-error": unsuccessful,
};
