import type { CorsCode } from "../codes.ts";
import type { Initiator } from "../request/page-request.ts";
import type { BlockedRequest } from "./blocked-request.ts";
import { type Line, type Lines, withoutLine } from "./lines.ts";

const checked = "Response to preflight request doesn't pass access control check: ";
const xhrHint =
  " The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.";
/** Codes that belong to the access check of a preflight, and carry its prefix. */
const accessCheck = /^(?:aca[oc]-|redirect-origin-null$|preflight-)/;

/** The line Chromium writes into its console. */
export function chromiumMessage(blocked: BlockedRequest): string {
  const { failure, firstUrl, lastUrl, pageOrigin, initiator } = blocked;
  const { code, phase } = failure;
  if (code === "scheme-not-http" && blocked.schemeLeft) return "Failed to fetch";
  if (isRefusedByFetch(code, blocked)) return ownLines[code](blocked);
  if (isOfOneOrigin(code)) return unsafeAttempt(blocked);
  const reason = reasons[code]?.(blocked);
  if (reason === undefined) return "Failed to fetch";
  const target = code === "redirect-scheme" ? failure.detail : lastUrl;
  const from = firstUrl === target ? "" : ` (redirected from '${firstUrl}')`;
  const prefix = phase === "preflight" && accessCheck.test(code) ? checked : "";
  const hint = /credentials$|^acac-/.test(code) && initiator === "xhr" ? xhrHint : "";
  return escapeControls(
    `Access to ${nouns[initiator]} at '${target}'${from} from origin '${pageOrigin}' has been blocked by CORS policy: ${prefix}${reason}${hint}`,
  );
}

/** What Blink calls each kind of request. */
const nouns: Readonly<Record<Initiator, string>> = {
  fetch: "fetch",
  xhr: "XMLHttpRequest",
  image: "image",
  font: "font",
  script: "script",
  style: "CSS stylesheet",
  audio: "audio",
  video: "video",
  track: "text track",
  eventsource: "resource",
  beacon: "resource",
  websocket: "resource",
};

/** DevTools shows characters that are neither ASCII nor printable by their number. */
function escapeControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the ones
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\xff]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `\\u${code}`;
  });
}

const advice = ({ initiator }: BlockedRequest): string =>
  initiator === "fetch" ? " Have the server send the header with a valid value." : "";
const mismatch = (blocked: BlockedRequest): string =>
  `The 'Access-Control-Allow-Origin' header has a value '${blocked.failure.detail}' that is not equal to the supplied origin.${advice(blocked)}`;
const notAllowed = ({ failure }: BlockedRequest): string =>
  `Request header field ${failure.detail} is not allowed by Access-Control-Allow-Headers in preflight response.`;
const notTrue = ({ failure }: BlockedRequest): string =>
  `The value of the 'Access-Control-Allow-Credentials' header in the response is '${failure.detail}' which must be 'true' when the request's credentials mode is 'include'.`;

/** A request that `fetch` itself refuses, before it asks the network, has other words. */
const ownLines = {
  "mode-same-origin": ({ lastUrl, pageOrigin }) =>
    `Fetch API cannot load ${lastUrl}. Request mode is "same-origin" but the URL's origin is not same as the request origin ${pageOrigin}.`,
  "scheme-not-http": ({ lastUrl }) =>
    `Fetch API cannot load ${lastUrl}. URL scheme "${new URL(lastUrl).protocol.slice(0, -1)}" is not supported.`,
  "no-cors-redirect-mode": ({ lastUrl }) =>
    `Fetch API cannot load ${lastUrl}. Request mode is "no-cors" but the redirect mode is not "follow".`,
} as const satisfies Partial<Record<CorsCode, Line>>;

function isRefusedByFetch(
  code: CorsCode,
  { initiator }: BlockedRequest,
): code is keyof typeof ownLines {
  return code in ownLines && (initiator === "fetch" || code === "no-cors-redirect-mode");
}

/** Whether the request may not leave the page's origin, and has. */
function isOfOneOrigin(code: CorsCode): boolean {
  return code === "mode-same-origin" || code === "redirect-mode-same-origin";
}

const unsafeAttempt = ({ lastUrl, pageUrl }: BlockedRequest): string =>
  `Unsafe attempt to load URL ${lastUrl} from frame with URL ${pageUrl}. Domains, protocols and ports must match.`;

/** The schemes that Chromium registers, in its order; products made from it add their own. */
const schemes = (): string =>
  "Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.";

const reasons: Omit<Lines, "mode-same-origin" | "no-cors-redirect-mode"> = {
  ...withoutLine,
  "scheme-not-http": schemes,
  "redirect-scheme": schemes,
  "redirect-mode-same-origin": undefined,
  "preflight-redirect": () => "Redirect is not allowed for a preflight request.",
  "preflight-status": () => "It does not have HTTP ok status.",
  "acao-missing": () =>
    "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  "acao-multiple": (blocked) =>
    `The 'Access-Control-Allow-Origin' header contains multiple values '${blocked.failure.detail}', but only one is allowed.${advice(blocked)}`,
  "acao-invalid": (blocked) =>
    `The 'Access-Control-Allow-Origin' header contains the invalid value '${blocked.failure.detail}'.${advice(blocked)}`,
  "acao-not-serialized": mismatch,
  "acao-mismatch": mismatch,
  "redirect-origin-null": mismatch,
  "acao-wildcard-credentials": () =>
    "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
  "acac-missing": notTrue,
  "acac-not-true": notTrue,
  "methods-unparsable": () =>
    "Cannot parse Access-Control-Allow-Methods response header field in preflight response.",
  "method-not-allowed": ({ failure }) =>
    `Method ${failure.detail} is not allowed by Access-Control-Allow-Methods in preflight response.`,
  "headers-unparsable": () =>
    "Cannot parse Access-Control-Allow-Headers response header field in preflight response.",
  "header-not-allowed": notAllowed,
  "authorization-needs-explicit": notAllowed,
  "local-network-insecure": ({ failure }) =>
    `The request client is not a secure context and the resource is in more-private address space \`${failure.detail}\`.`,
  "local-network-mismatch": ({ failure }) => {
    const [target = "", space = ""] = failure.detail.split(" ");
    return `Request had a target IP address space of \`${target}\` yet the resource is in address space \`${space}\`.`;
  },
  "local-network-denied": ({ failure }) =>
    `Permission was denied for this request to access the \`${failure.detail}\` address space.`,
  "redirect-userinfo": ({ failure }) =>
    `Redirect location '${failure.failedParameter}' contains a username and password, which is disallowed for cross-origin requests.`,
};
