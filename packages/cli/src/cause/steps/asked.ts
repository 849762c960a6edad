import { lastSeen } from "../evidence.ts";
import type { Answer, Evidence } from "../evidence.ts";
import {
  isMixedContent,
  isTooLargeToOutlive,
  isUnsafePort,
  localNetworkAccess,
} from "../network-policy.ts";
import type { FoundCause } from "./found-cause.ts";
import { isMisspelt } from "./misspelt.ts";

/** What the browser refuses before it asks anyone. */
export function notSent({ asked, address, failure }: Evidence): FoundCause | undefined {
  const url = new URL(asked.url);
  const isSocket = asked.as === "websocket";
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  if (!isWeb && !isSocket) {
    if (!failure) return undefined;
    if (url.protocol === "file:" && asked.isFile) return { code: "page-is-a-file", detail: "" };
    const code = failure?.code === "scheme-not-http" && !/^wss?:$/.test(url.protocol);
    return { code: code ? "scheme-not-http" : "not-a-fetch", detail: url.protocol };
  }
  if (asked.isSchemeless === true) return { code: "scheme-not-http", detail: url.host };
  if (isTooLargeToOutlive(asked)) {
    return { code: "keepalive-too-large", detail: String(asked.outlivingBytes) };
  }
  if (isUnsafePort(url)) return { code: "unsafe-port", detail: url.port };
  if (isMixedContent(asked, url) && !isUpgraded(asked.as)) {
    return { code: "mixed-content", detail: url.origin };
  }
  const access = localNetworkAccess(asked, address);
  return access === "refused" ? { code: "local-network-access", detail: "refused" } : undefined;
}

/** Images and media of an http: address are asked for over https: instead of being refused. */
function isUpgraded(as: Evidence["asked"]["as"]): boolean {
  return as === "image" || as === "media";
}

export function askedWrongly(evidence: Evidence): FoundCause | undefined {
  const { asked, failure } = evidence;
  const conclusion = lastSeen(evidence)?.exchange.conclusion.kind;
  const isScripted = asked.as === "fetch" || asked.as === "xhr";
  if (asked.mode === "no-cors" && isScripted && conclusion === "opaque") {
    return { code: "mode-no-cors", detail: "" };
  }
  if (!failure) return undefined;
  const odd = asked.headers.find(([name]) => /^access-control-(?!request-)/i.test(name));
  if (odd) return { code: "response-header-in-request", detail: odd[0] };
  const answer = lastSeen(evidence)?.answer;
  const status = answer?.status ?? 0;
  const refused = failure.code === "method-not-allowed" || status === 405 || status === 501;
  return refused && (isMisspelt(asked.method) || isListedInCapitals(asked.method, answer))
    ? { code: "method-case", detail: asked.method }
    : undefined;
}

/** Whether the server lists the method, in capitals. */
function isListedInCapitals(method: string, answer: Answer | undefined): boolean {
  const listed = answer?.headers.get("access-control-allow-methods") ?? "";
  const capitals = method.toUpperCase();
  return method !== capitals && listed.split(/\s*,\s*/).includes(capitals);
}

/** A page without its own origin is allowed by no one who names origins. */
export function pageWithoutName({ asked, failure, seen }: Evidence): FoundCause | undefined {
  const isRefused = failure !== undefined && /^(?:acao-|preflight-status)/.test(failure.code);
  if (!isRefused || asked.origin !== "null") return undefined;
  const answer = seen.at(-1)?.answer;
  return { code: asked.isFile ? "page-is-a-file" : "page-origin-opaque", detail: "", answer };
}
