import type { BlockedRequest } from "./blocked-request.ts";
import { type Lines, withoutLine } from "./lines.ts";

/** The line WebKit writes into its console. */
export function webkitMessage(blocked: BlockedRequest): string {
  const reason = reasons[blocked.failure.code]?.(blocked);
  return reason ?? "Load failed";
}

const notAllowed = ({ requestOrigin, status }: BlockedRequest): string =>
  `Origin ${requestOrigin} is not allowed by Access-Control-Allow-Origin. Status code: ${status ?? 0}`;
const unsuccessful = ({ status }: BlockedRequest): string =>
  `Preflight response is not successful. Status code: ${status ?? 0}`;
const credentials = (): string =>
  'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".';
const header = ({ failure }: BlockedRequest): string =>
  `Request header field ${failure.detail} is not allowed by Access-Control-Allow-Headers.`;

const reasons: Lines = {
  ...withoutLine,
  "local-network-insecure": undefined,
  "local-network-mismatch": undefined,
  "local-network-denied": undefined,
  "scheme-not-http": undefined,
  "no-cors-redirect-mode": undefined,
  "redirect-mode-same-origin": undefined,
  "mode-same-origin": ({ lastUrl, pageOrigin }) =>
    `Unsafe attempt to load URL ${lastUrl} from origin ${pageOrigin}. Domains, protocols and ports must match.`,
  "preflight-redirect": unsuccessful,
  "preflight-status": unsuccessful,
  "acao-missing": notAllowed,
  "acao-multiple": (blocked) =>
    blocked.failure.detail.includes(",")
      ? "Access-Control-Allow-Origin cannot contain more than one origin."
      : notAllowed(blocked),
  "acao-invalid": notAllowed,
  "acao-not-serialized": notAllowed,
  "acao-mismatch": notAllowed,
  "redirect-origin-null": notAllowed,
  "acao-wildcard-credentials": () =>
    "Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.",
  "acac-missing": credentials,
  "acac-not-true": credentials,
  "methods-unparsable": ({ failure }) =>
    `Header Access-Control-Allow-Methods has an invalid value: ${failure.detail}`,
  "method-not-allowed": ({ failure }) =>
    `Method ${failure.detail} is not allowed by Access-Control-Allow-Methods.`,
  "headers-unparsable": ({ failure }) =>
    `Header Access-Control-Allow-Headers has an invalid value: ${failure.detail}`,
  "header-not-allowed": header,
  "authorization-needs-explicit": header,
  "redirect-userinfo": ({ firstUrl, failure }) =>
    `Cross-origin redirection to ${failure.detail} denied by Cross-Origin Resource Sharing policy: redirection URL ${failure.detail} has credentials (asked for ${firstUrl})`,
};
