import { lastSeen } from "../evidence.ts";
import type { Answer, Evidence } from "../evidence.ts";
import { showsLogin } from "../login.ts";
import { refusesOrigin } from "../refused-origin.ts";
import { locationOf, redirectCode } from "../redirect.ts";
import { preflightStatusCode, statusCode } from "../status.ts";
import type { FoundCause } from "./found-cause.ts";
import { leading } from "./leading.ts";
import { isMisspelt } from "./misspelt.ts";
import type { Failure } from "@crossgate/browser";

export function notAnswered(evidence: Evidence): FoundCause | undefined {
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
export function handshakeRefused({ handshake, probes }: Evidence): FoundCause | undefined {
  if (!handshake || handshake.status === 101) return undefined;
  const { status, url } = handshake;
  const to = locationOf(handshake);
  const code = to
    ? redirectCode(new URL(url), to, probes.target)
    : (statusCode(handshake) ?? "bad-request");
  return { code, detail: to?.href ?? String(status), answer: handshake };
}

export function serverDid(evidence: Evidence): FoundCause | undefined {
  const { failure } = evidence;
  if (!failure) return undefined;
  const led = leading(evidence);
  if (led) return led;
  const last = lastSeen(evidence);
  const answer = last?.answer;
  if (!answer) return undefined;
  if (refusesOrigin(answer, evidence)) return originRefused(answer, failure);
  const code = failure.phase === "preflight" ? preflightStatusCode(answer) : statusCode(answer);
  if (!code) return loginPage(answer, failure);
  // A page that has no origin to show is refused for that.
  const refuses = code === "options-refused" || code === "forbidden";
  if (refuses && evidence.asked.origin === "null") return undefined;
  return { code, detail: String(answer.status), answer };
}

/** A status by which a CORS layer refuses a page: of a preflight its own cause, else that of the header. */
function originRefused(answer: Answer, { phase }: Failure): FoundCause | undefined {
  return phase === "preflight"
    ? { code: "options-refused", detail: String(answer.status), answer }
    : undefined;
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
