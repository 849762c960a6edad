import type { Failure } from "@crossgate/browser";
import type { CauseCode } from "./cause-code.ts";
import {
  cacheWithoutOrigin,
  cookieNotKept,
  encodingWithoutCors,
  refusingPolicy,
} from "./beside.ts";
import { type Answer, type Evidence, lastSeen } from "./evidence.ts";
import { showsLogin } from "./login.ts";
import { isMixedContent, isUnsafePort, localNetworkAccess } from "./network-policy.ts";
import { addressBehind, locationOf, redirectCode } from "./redirect.ts";
import { preflightStatusCode, statusCode } from "./status.ts";

/** The cause, and what its sentence names. */
export interface FoundCause {
  readonly code: CauseCode;
  readonly detail: string;
  /** The response that shows it. */
  readonly answer?: Answer | undefined;
}

/** One step of the order of thought: a cause, or undefined where this step finds none. */
type Step = (evidence: Evidence) => FoundCause | undefined;

/**
 * Asks: did the browser get a response, did the page ask for what it meant, did the server do it,
 * does the response give permission. The first "no" is the cause.
 */
const steps: readonly Step[] = [
  notSent,
  notAnswered,
  handshakeRefused,
  askedWrongly,
  serverDid,
  pageWithoutName,
  notPermitted,
  mayFailElsewhere,
];

/** The first reason for which the page does not have, or may not always have, what it asked for. */
export function findCause(evidence: Evidence): FoundCause | undefined {
  for (const step of steps) {
    const cause = step(evidence);
    if (cause) return cause;
  }
  return undefined;
}

/** What the browser refuses before it asks anyone. */
function notSent({ asked, address, failure }: Evidence): FoundCause | undefined {
  const url = new URL(asked.url);
  const isSocket = asked.as === "websocket";
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  if (!isWeb && !isSocket) {
    if (!failure) return undefined;
    if (url.protocol === "file:" && asked.isFile) return { code: "page-is-a-file", detail: "" };
    const code = failure?.code === "scheme-not-http" && !/^wss?:$/.test(url.protocol);
    return { code: code ? "scheme-not-http" : "not-a-fetch", detail: url.protocol };
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

function notAnswered(evidence: Evidence): FoundCause | undefined {
  const { noAnswer } = evidence;
  if (!noAnswer || leading(evidence)) return undefined;
  if (noAnswer.fault === "reset" && isMisspelt(evidence.asked.method)) {
    return { code: "method-case", detail: evidence.asked.method };
  }
  // Only a refused connection shows that nothing listens there.
  const code = noAnswer.fault === "unreachable" ? "network-error" : noAnswer.fault;
  return { code, detail: noAnswer.detail };
}

/** A WebSocket is open with 101, and whatever else comes is the server's refusal. */
function handshakeRefused({ handshake, probes }: Evidence): FoundCause | undefined {
  if (!handshake || handshake.status === 101) return undefined;
  const { status, url } = handshake;
  const to = locationOf(handshake);
  const code = to
    ? redirectCode(new URL(url), to, probes.target)
    : (statusCode(handshake) ?? "bad-request");
  return { code, detail: to?.href ?? String(status), answer: handshake };
}

function askedWrongly(evidence: Evidence): FoundCause | undefined {
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

/** Browsers write six methods in capitals by themselves; these two they leave as they are. */
function isMisspelt(method: string): boolean {
  return /^(?:patch|query)$/i.test(method) && method !== method.toUpperCase();
}

/** Whether the server lists the method, in capitals. */
function isListedInCapitals(method: string, answer: Answer | undefined): boolean {
  const listed = answer?.headers.get("access-control-allow-methods") ?? "";
  const capitals = method.toUpperCase();
  return method !== capitals && listed.split(/\s*,\s*/).includes(capitals);
}

function serverDid(evidence: Evidence): FoundCause | undefined {
  const { failure } = evidence;
  if (!failure) return undefined;
  const led = leading(evidence);
  if (led) return led;
  const last = lastSeen(evidence);
  const answer = last?.answer;
  if (!answer) return undefined;
  const code = failure.phase === "preflight" ? preflightStatusCode(answer) : statusCode(answer);
  if (!code) return loginPage(answer, failure);
  // A page that has no origin to show is refused for that.
  const refuses = code === "options-refused" || code === "forbidden";
  if (refuses && evidence.asked.origin === "null") return undefined;
  return { code, detail: String(answer.status), answer };
}

/** A page where one signs in, sent with 200 in place of what was asked for. */
function loginPage(answer: Answer, { code, phase }: Failure): FoundCause | undefined {
  if (code !== "acao-missing" || !showsLogin(answer)) return undefined;
  return {
    code: phase === "preflight" ? "options-needs-login" : "login-required",
    detail: String(answer.status),
    answer,
  };
}

/** Failures that name what is wrong with a redirect better than "it is one". */
const ownRedirects = /^redirect-(?:userinfo|stream|too-many|scheme|location|forbidden|mode)/;

/** The redirect that the failure is about: the one that was refused, or the first that was followed. */
function leading(evidence: Evidence): FoundCause | undefined {
  const { failure, probes, seen } = evidence;
  if (!failure || ownRedirects.test(failure.code)) return undefined;
  for (const { answer } of seen) {
    const to = answer && locationOf(answer);
    if (!answer || !to) continue;
    const code = redirectCode(new URL(answer.url), to, probes.target ?? seen.at(-1)?.answer);
    // The page's name got lost on the way, and the new address knows it: that says more.
    if (code === "redirect-elsewhere" && failure.code === "redirect-origin-null") return undefined;
    return { code, detail: addressBehind(code, new URL(answer.url), to), answer };
  }
  return undefined;
}

/** A page without its own origin is allowed by no one who names origins. */
function pageWithoutName({ asked, failure, seen }: Evidence): FoundCause | undefined {
  const isRefused = failure !== undefined && /^(?:acao-|preflight-status)/.test(failure.code);
  if (!isRefused || asked.origin !== "null") return undefined;
  const answer = seen.at(-1)?.answer;
  return { code: asked.isFile ? "page-is-a-file" : "page-origin-opaque", detail: "", answer };
}

function notPermitted(evidence: Evidence): FoundCause | undefined {
  const { failure } = evidence;
  const answer = lastSeen(evidence)?.answer;
  if (!failure) {
    const policy = refusingPolicy(evidence);
    return policy === undefined ? undefined : { code: "resource-policy", detail: policy, answer };
  }
  const { code, detail } = failure;
  if (code === "embedding-refused") return { code: "resource-policy", detail, answer };
  if (code === "acao-missing" && encodingWithoutCors(evidence)) {
    return { code: "encoding-without-cors", detail: "", answer };
  }
  if (code !== "acao-multiple") return { code, detail, answer };
  const named = answer?.lines.filter(([name]) => name === "access-control-allow-origin") ?? [];
  return { code: named.length > 1 ? "header-twice" : "header-list", detail, answer };
}

/** The page has its response here and now; what decides elsewhere is no header of it. */
function mayFailElsewhere(evidence: Evidence): FoundCause | undefined {
  const { asked, address, probes } = evidence;
  if (localNetworkAccess(asked, address) === "prompt") {
    return { code: "local-network-access", detail: "prompt" };
  }
  if (cacheWithoutOrigin(evidence)) {
    return { code: "cache-without-origin", detail: "", answer: probes.withoutOrigin };
  }
  const cookie = cookieNotKept(evidence);
  return cookie && { code: "cookie-not-kept", detail: cookie.name };
}
