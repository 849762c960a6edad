import { originProblem } from "@crossgate/core/origin-entry";
import { isTelling } from "./coverage.ts";
import type { PayloadClass } from "./payloads.ts";
import { type Answer, evidenceOf, strangerOrigin } from "./probe.ts";
import type { AuditFinding, Severity } from "./report.ts";
import { payloadWords } from "./words.ts";

const order: readonly Severity[] = ["high", "medium", "low"];
/** Holes that an attacker on the web cannot reach, whatever comes back. */
const mild: readonly PayloadClass[] = [
  "userinfo",
  "joined-origins",
  "port",
  "localhost",
  "any-subdomain",
  "extension",
];

/** Every hole that the responses show, the worst first. */
export function findHoles(answers: readonly Answer[]): readonly AuditFinding[] {
  const findings = [
    ...holesOfPayloads(answers),
    ...holesOfWildcard(answers),
    ...holesOfElsewhere(answers),
    ...holesOfVary(answers),
    ...holesOfMalformed(answers),
    ...holesOfAllowed(answers),
  ];
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

function holesOfPayloads(answers: readonly Answer[]): readonly AuditFinding[] {
  const echoed = answers.filter(({ probe, allowOrigin }) => probe.payload?.origin === allowOrigin);
  const codes = new Set(echoed.map(classOf));
  // A server that allows everyone allows all of them. `null` is another case.
  const implied = codes.has("reflection") ? ["reflection", "null"] : [...codes];
  return [...codes]
    .filter((code) => implied.includes(code))
    .flatMap((code) => {
      const group = echoed.filter((answer) => classOf(answer) === code);
      return finding(group, { code, severity: severityOf(code, group), ...payloadWords[code] });
    });
}

function classOf({ probe }: Answer): PayloadClass {
  return probe.payload?.class ?? "reflection";
}

function severityOf(name: PayloadClass, group: readonly Answer[]): Severity {
  const isOpen = group.some(({ withCredentials }) => withCredentials);
  if (mild.includes(name)) return isOpen ? "medium" : "low";
  return isOpen ? "high" : "medium";
}

function holesOfWildcard(answers: readonly Answer[]): readonly AuditFinding[] {
  const both = answers.filter((answer) => answer.allowOrigin === "*" && answer.withCredentials);
  return finding(both, {
    code: "wildcard-with-credentials",
    severity: "medium",
    summary: "Allow-Origin: * beside Allow-Credentials: true",
    fix: "Browsers refuse the two together. Leave credentials out, or name the origins; never repeat the one that asks instead.",
  });
}

/** A stranger who is refused on the endpoint itself, and allowed where another layer answers. */
function holesOfElsewhere(answers: readonly Answer[]): readonly AuditFinding[] {
  const isReflected = ({ probe, allowOrigin }: Answer): boolean =>
    probe.origin === strangerOrigin && allowOrigin === strangerOrigin;
  if (answers.some((answer) => answer.probe.kind === "payload" && isReflected(answer))) return [];
  const leaks = (kind: string): readonly Answer[] =>
    answers.filter((answer) => answer.probe.kind === kind && isReflected(answer));
  return [
    ...finding(leaks("error"), {
      code: "leak-on-errors",
      severity: leaks("error").some(({ withCredentials }) => withCredentials) ? "high" : "medium",
      summary: "Error answers allow any origin, other responses do not",
      fix: "Let errors pass the same gate as everything else (Crossgate: onError, or the adapter).",
    }),
    ...finding(leaks("preflight"), {
      code: "leak-on-preflight",
      severity: "medium",
      summary: "Preflights allow any origin, other responses do not",
      fix: "Use one policy for preflights and for the requests behind them. The browser sends a request with side effects after such a preflight.",
    }),
  ];
}

function holesOfVary(answers: readonly Answer[]): readonly AuditFinding[] {
  // What refuses an odd request stands in front of the endpoint, and no cache keeps its 400.
  const here = answers
    .filter((answer) => isTelling(answer) && answer.status < 400)
    .filter(({ probe }) => probe.kind !== "error" && probe.kind !== "preflight");
  const isDynamic = new Set(here.map(({ allowOrigin }) => allowOrigin)).size > 1;
  const bare = here.filter(
    ({ vary, isStorable }) => isStorable && !/(?:^|,)\s*(?:origin|\*)\s*(?:,|$)/i.test(vary),
  );
  return finding(isDynamic ? bare : [], {
    code: "vary-missing",
    severity: "medium",
    summary: "Answers depend on Origin and do not say Vary: Origin",
    fix: "A cache hands one page's response to another. Send Vary: Origin on every response, without an Origin header too (Crossgate does).",
  });
}

function holesOfMalformed(answers: readonly Answer[]): readonly AuditFinding[] {
  const isOdd = ({ probe, allowOrigin }: Answer): boolean => {
    if (allowOrigin === null || allowOrigin === "*" || allowOrigin === "null") return false;
    if (allowOrigin === probe.origin) return false;
    return allowOrigin.includes("*") || originProblem(allowOrigin) !== undefined;
  };
  return finding(answers.filter(isOdd), {
    code: "malformed-allow-origin",
    severity: "low",
    summary: "Access-Control-Allow-Origin is not one origin",
    fix: "Send exactly one origin as browsers write it, or *. No browser accepts a list or a pattern, and both tell strangers whom to imitate.",
  });
}

function holesOfAllowed(answers: readonly Answer[]): readonly AuditFinding[] {
  // A login or an error in front of the endpoint says nothing about who may read it.
  const isRefused = ({ probe, allowOrigin }: Answer): boolean =>
    probe.kind === "allowed" && allowOrigin !== probe.origin && allowOrigin !== "*";
  return finding(answers.filter(isTelling).filter(isRefused), {
    code: "allowed-refused",
    severity: "low",
    summary: "An origin that is meant to be allowed is not",
    fix: "No hole, but your pages will not work: crossgate explain says why.",
  });
}

function finding(
  group: readonly Answer[],
  words: Omit<AuditFinding, "evidence">,
): readonly AuditFinding[] {
  return group.length === 0 ? [] : [{ ...words, evidence: group.map(evidenceOf) }];
}
