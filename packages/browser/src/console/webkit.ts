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
const header = ({ failure, headers }: BlockedRequest): string => {
  const [asked = failure.detail] =
    headers.find(([name]) => name.toLowerCase() === failure.detail) ?? [];
  const name = knownHeaders.test(asked) ? capitalised(asked) : asked;
  return `Request header field ${name} is not allowed by Access-Control-Allow-Headers.`;
};
const unsafeAttempt = ({ lastUrl, pageOrigin }: BlockedRequest): string =>
  `Unsafe attempt to load URL ${lastUrl} from origin ${pageOrigin}. Domains, protocols and ports must match.`;

/** WebKit writes the names it knows in one way, and others as the script does. */
const knownHeaders =
  /^(?:accept|accept-language|authorization|cache-control|content-language|content-type|if-none-match|pragma|range)$/i;

function capitalised(name: string): string {
  return name.toLowerCase().replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}

/** What a URL of another scheme than http meets. */
function otherScheme({ initiator, lastUrl, failure }: BlockedRequest): string | undefined {
  const url = failure.code === "redirect-scheme" ? failure.detail : lastUrl;
  const isScript = ["fetch", "xhr", "eventsource"].includes(initiator);
  if (isScript && failure.code === "scheme-not-http")
    return "Cross origin requests are only supported for HTTP.";
  return url.startsWith("ftp:") ? "FTP URLs are disabled" : undefined;
}

const reasons: Lines = {
  ...withoutLine,
  "local-network-insecure": undefined,
  "local-network-mismatch": undefined,
  "local-network-denied": undefined,
  "scheme-not-http": otherScheme,
  "redirect-scheme": otherScheme,
  "no-cors-redirect-mode": () => "No-Cors mode requires follow redirect mode",
  "redirect-mode-same-origin": unsafeAttempt,
  "mode-same-origin": (blocked) =>
    blocked.initiator === "fetch"
      ? `Fetch API cannot load ${blocked.lastUrl}.`
      : unsafeAttempt(blocked),
  "redirect-too-many": () => "Load cannot follow more than 20 redirections",
  "redirect-forbidden": ({ firstUrl }) =>
    `Not allowed to follow a redirection while loading ${firstUrl}`,
  "embedding-refused": ({ lastUrl }) =>
    `Cancelled load to ${lastUrl} because it violates the resource's Cross-Origin-Resource-Policy response header.`,
  "bad-port": ({ lastUrl }) =>
    `Not allowed to use restricted network port ${new URL(lastUrl).port}: ${lastUrl}`,
  "data-url-invalid": ({ lastUrl }) => `Fetch API cannot load ${lastUrl}.`,
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
  "redirect-userinfo": ({ failure }) =>
    `Cross-origin redirection to ${failure.detail.replace(/^(https?:\/\/)[^@/]*@/, "$1")} denied by Cross-Origin Resource Sharing policy: redirection URL ${failure.detail} has credentials`,
};
