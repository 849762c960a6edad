import type { BlockedRequest } from "./blocked-request.ts";
import { type Lines, withoutLine } from "./lines.ts";

/** The line Firefox writes into its console. */
export function firefoxMessage(blocked: BlockedRequest): string {
  const reason = reasons[blocked.failure.code]?.(blocked);
  if (reason === undefined) return "NetworkError when attempting to fetch resource.";
  const status = blocked.status === undefined ? "" : ` Status code: ${blocked.status}.`;
  return `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${blocked.lastUrl}. (Reason: ${reason}).${status}`;
}

const mismatch = ({ failure, requestOrigin }: BlockedRequest): string =>
  `CORS header ‘Access-Control-Allow-Origin’ does not match ‘${failure.detail || requestOrigin}’`;
const missingHeader = ({ failure }: BlockedRequest): string =>
  `header ‘${failure.detail}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response`;
const credentials = (): string =>
  "expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’";

const reasons: Lines = {
  ...withoutLine,
  "local-network-insecure": undefined,
  "local-network-mismatch": undefined,
  "local-network-denied": undefined,
  "mode-same-origin": undefined,
  "no-cors-redirect-mode": undefined,
  "redirect-mode-same-origin": undefined,
  "redirect-userinfo": undefined,
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
  "network-error": () => "CORS request did not succeed",
};
