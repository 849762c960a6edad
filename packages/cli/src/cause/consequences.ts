import { diagnose, fillTemplate, type Failure } from "@crossgate/browser";
import type { CauseCode } from "./cause-code.ts";
import { corsElsewhere } from "./cors-elsewhere.ts";
import { valuesOf, wordsOf } from "./describe.ts";
import { type Answer, type Evidence, lastSeen } from "./evidence.ts";
import type { FoundCause } from "./find-cause.ts";
import type { Consequence } from "./explanation.ts";

/** What the cause hides, in the order in which a person would meet it. */
export function consequencesOf(
  found: FoundCause | undefined,
  evidence: Evidence,
): readonly Consequence[] {
  if (!found) return [];
  const { failure, probes } = evidence;
  const told: Failure[] = [];
  if (
    failure &&
    failure.code !== found.code &&
    failure.code !== "network-error" &&
    !isSameThing(found, failure, evidence) &&
    !isSetUp(found, evidence)
  ) {
    told.push(failure);
  }
  const failures = [...told, ...furtherOf(found, evidence), ...(probes.behindPreflight ?? [])];
  const codes = new Set<CauseCode>([found.code]);
  return failures.flatMap((each): readonly Consequence[] => {
    if (codes.has(each.code)) return [];
    codes.add(each.code);
    const headline = alone[each.code] ?? wordsOf(each.code).headline;
    const values = valuesOf({ ...each, answer: lastSeen(evidence)?.answer }, evidence);
    return [{ code: each.code, explanation: `${fillTemplate(headline, values)}.` }];
  });
}

/** Of a response that has more than one fault, a sentence of one must not promise another. */
const alone: Partial<Record<CauseCode, string>> = {
  "acac-missing": "Access-Control-Allow-Credentials: true is missing",
};

/** An error without the headers that other responses of the server have: a good one has them too. */
function isSetUp({ answer }: FoundCause, evidence: Evidence): boolean {
  const isError = answer !== undefined && answer.status >= 400;
  return isError && corsElsewhere(evidence, answer) === "set-up";
}

/** Causes that are another name of the browser's own failure. */
function isSameThing({ answer, code }: FoundCause, failure: Failure, evidence: Evidence): boolean {
  const names: Partial<Record<CauseCode, RegExp>> = {
    "header-twice": /^acao-multiple$/,
    "header-list": /^acao-multiple$/,
    "method-case": /^method-not-allowed$/,
    "response-header-in-request": /^header-not-allowed$/,
    "encoding-without-cors": /^acao-missing$/,
    "not-a-fetch": /^scheme-not-http$/,
    "resource-policy": /^embedding-refused$/,
    "options-unrouted": /^(?:preflight-status|acao-missing)$/,
    "page-is-a-file": /^(?:acao-|scheme-not-http)/,
    "page-origin-opaque": /^acao-/,
  };
  // A refusal has no headers because it refuses; the same cure gives it both.
  if (code === "options-refused" || code === "options-needs-login") return true;
  if (code.startsWith("redirect-") && !isFollowed(answer, evidence)) return true;
  return names[code]?.test(failure.code) ?? false;
}

/** Whether the failure is of a response behind the redirect: of the redirect itself no one hears again. */
function isFollowed(redirect: Answer | undefined, evidence: Evidence): boolean {
  return lastSeen(evidence)?.answer !== redirect;
}

/** The other faults of the same response, if its status is a good one. */
function furtherOf(found: FoundCause, evidence: Evidence): readonly Failure[] {
  const last = lastSeen(evidence);
  const status = last?.answer?.status ?? 0;
  if (!last || !evidence.failure || status < 200 || status > 299) return [];
  if (/^(?:response-header-in-request|options-needs-login)$/.test(found.code)) return [];
  return diagnose(last.exchange).further;
}
