import { corsCodes, fillTemplate } from "@crossgate/browser";
import type { CauseCode, OwnCauseCode } from "./cause-code.ts";
import { corsElsewhere } from "./cors-elsewhere.ts";
import type { Answer, Evidence } from "./evidence.ts";
import type { FoundCause } from "./find-cause.ts";
import type { Cause } from "./explanation.ts";
import { particularWords } from "./particular-words.ts";
import { refusedOriginSentence, refusesOrigin } from "./refused-origin.ts";
import { locationOf } from "./redirect.ts";
import {
  nearMissSentence,
  nothingThereSentence,
  preflightSentence,
  spellingSentences,
} from "./remarks.ts";
import { causeWords } from "./words.ts";

/** A cause in words, with the names of this request. */
export function describeCause(found: FoundCause, evidence: Evidence): Cause {
  const { code, answer } = found;
  const { headline, explanation, fix } = {
    ...wordsOf(code),
    ...particularWords(found, evidence),
  };
  const values = valuesOf(found, evidence);
  return {
    code,
    headline: fillTemplate(headline, values),
    explanation: [
      fillTemplate(explanation, values),
      setUpSentence(found, evidence),
      targetSentence(found, evidence),
      refusedOriginSentence(answer, evidence),
      preflightSentence(found, evidence),
      nearMissSentence(found, evidence),
      nothingThereSentence(found, evidence),
      ...spellingSentences(found, evidence),
    ]
      .filter((text) => text !== "")
      .join(" "),
    fix: fillTemplate(fix, values),
    detail: found.detail,
    status: answer?.status ?? null,
    says: answer && answer.status >= 400 ? answer.text : "",
  };
}

/** Our own words, or the model's: its first sentence says what happened. */
export function wordsOf(code: CauseCode): {
  readonly headline: string;
  readonly explanation: string;
  readonly fix: string;
} {
  if (!(code in corsCodes)) return causeWords[code as OwnCauseCode];
  const { explanation, fix } = corsCodes[code as keyof typeof corsCodes];
  const [first = explanation, ...rest] = explanation.split(/(?<=\.) (?=[A-Z])/);
  return { headline: first.replace(/\.$/, ""), explanation: rest.join(" "), fix };
}

/** Says whether CORS is there at all, where the status and not the header is the cause. */
function setUpSentence({ code, answer }: FoundCause, evidence: Evidence): string {
  if (!answer || answer.status < 400) return "";
  if (code.startsWith("options-") || refusesOrigin(answer, evidence)) return "";
  const elsewhere = corsElsewhere(evidence, answer);
  if (elsewhere === "unknown") return "";
  return elsewhere === "set-up"
    ? "CORS itself is set up: other responses of this server have it."
    : "CORS is set up nowhere that was asked.";
}

/** What is at the end of a redirect, where it was asked. */
function targetSentence({ code }: FoundCause, { asked, probes: { target } }: Evidence): string {
  if (!/^redirect-(?:slash|https|login|elsewhere|origin-null)$/.test(code) || !target) return "";
  if (locationOf(target)) return `That address redirects again: ${target.status}.`;
  const allowed = target.headers.get("access-control-allow-origin");
  const isOpen = allowed === "*" ? asked.credentials !== "include" : allowed === asked.origin;
  const reads = isOpen ? "lets the page read it" : "does not let the page read it";
  return `That address answers ${target.status} and ${reads}.`;
}

/** What the sentences name. */
export function valuesOf(
  { detail, answer, code }: Pick<FoundCause, "detail" | "answer" | "code">,
  { asked, seen }: Evidence,
): Readonly<Record<string, string>> {
  const url = new URL(answer?.url ?? asked.url);
  const base = url.origin === "null" ? `${url.protocol}//${url.host}` : url.origin;
  const told = seen.at(-1)?.exchange.request.headers.get("origin");
  return {
    url: leavingTo(code, answer) ?? url.href,
    host: code in corsCodes ? base : url.host,
    hostname: url.hostname,
    base,
    path: url.pathname,
    origin: told ?? asked.origin,
    method: seen.at(-1)?.exchange.state.method ?? asked.method,
    status: String(answer?.status ?? ""),
    detail: code === "local-network-access" ? localNetworkWords(detail) : detail,
  };
}

/** Where a redirect leads that the page's mode forbids. */
function leavingTo(code: CauseCode, answer: Answer | undefined): string | undefined {
  return code === "redirect-mode-same-origin" && answer ? locationOf(answer)?.href : undefined;
}

function localNetworkWords(detail: string): string {
  return detail === "prompt"
    ? "it asks the visitor for permission, and without it blocks the request"
    : "a page of http: is refused without being asked about";
}
