import { setTimeout as sleep } from "node:timers/promises";
import { maskSecrets } from "../explain/secrets.ts";
import type { GivenHeader } from "../given/given.ts";
import { createWire, type Wire } from "../network/wire.ts";
import { WireError } from "../network/wire-error.ts";
import { type Halt, isMissed, type Outcome, untestedOf } from "./coverage.ts";
import { findHoles } from "./find-holes.ts";
import { type Answer, answerOf, planProbes, type Probe, requestOf } from "./probe.ts";
import type { AuditFinding, AuditQuestion, AuditReport, Untested } from "./report.ts";
import { readTarget } from "./target.ts";

/** Probes without a response in a row after which a server counts as gone. */
const patience = 3;
/** However slow the server is, no one waits longer than this, in milliseconds. */
const wholeAudit = 180_000;
const bodyBytes = 4096;
const bodyTime = 100;
const headerBytes = 32_768;

interface Course {
  readonly outcomes: readonly Outcome[];
  readonly requests: number;
  readonly left: readonly Probe[];
  readonly halt: Halt;
}

/**
 * Tries the known attacks on an endpoint, one request at a time. For servers one is responsible for.
 *
 * @example
 * const { findings } = await audit({ url: "https://api.example.com/", allowed: ["https://myapp.com"] });
 *
 * @param question the endpoint, who is meant to be allowed, and how fast to go
 * @throws UsageError for what is not a URL, the origin of a page, or a header
 */
export async function audit(question: AuditQuestion): Promise<AuditReport> {
  const { url, allowed, isNamed, headers } = readTarget(question);
  const plan = planProbes(url.href, allowed);
  const { outcomes, requests, left, halt } = await walk(plan, { ...question, headers });
  const answers = outcomes.flatMap(({ answer }) => answer ?? []);
  // No one said that the endpoint's own origin is meant to be allowed.
  const findings = findHoles(answers).filter(({ code }) => isNamed || code !== "allowed-refused");
  const untested = untestedOf(outcomes, left, halt);
  const lastFault = outcomes.findLast(({ fault }) => fault)?.fault;
  return {
    version: 2,
    url: maskSecrets(url.href),
    allowed,
    verdict: verdictOf(answers, findings, untested),
    requests,
    skipped: left.length,
    tested: testedBy(outcomes),
    findings,
    untested,
    unreachable: lastFault
      ? { fault: lastFault.fault, detail: `${lastFault.sentence} ${lastFault.message}` }
      : null,
  };
}

/** The classes that a response decided. A limit decides none. */
function testedBy(outcomes: readonly Outcome[]): readonly string[] {
  const decided = outcomes.filter((outcome) => !isMissed(outcome));
  return [...new Set(decided.map(({ probe }) => probe.payload?.class ?? probe.kind))];
}

function verdictOf(
  answers: readonly Answer[],
  findings: readonly AuditFinding[],
  untested: readonly Untested[],
): AuditReport["verdict"] {
  if (answers.length === 0) return "unreachable";
  if (findings.length > 0) return "findings";
  return untested.length > 0 ? "incomplete" : "clean";
}

/** Sends the plan in order, each probe a second time if nothing came back. */
async function walk(plan: readonly Probe[], question: AuditQuestion): Promise<Course> {
  const { rate = 5, timeout = 5000, maxRequests = 150, connection = {}, onProgress } = question;
  const limits = { timeout, bodyBytes, bodyTime, headerBytes };
  const wire = createWire({ limits, connection });
  const outcomes: Outcome[] = [];
  const until = Date.now() + wholeAudit;
  let requests = 0;
  const send = async (probe: Probe): Promise<Outcome> => {
    const started = Date.now();
    requests += 1;
    const outcome = await ask(probe, wire, question.headers ?? []);
    onProgress?.(requests, plan.length);
    await sleep(Math.max(0, 1000 / rate - (Date.now() - started)));
    return outcome;
  };
  const [plain] = plan;
  for (const [index, probe] of plan.entries()) {
    const left = plan.slice(index);
    const missed = outcomes.length - 1 - outcomes.findLastIndex((outcome) => !isMissed(outcome));
    const isDoubtful = missed > 0 && missed % patience === 0 && requests < maxRequests;
    // A filter may drop what is odd; a plain request tells it from a server that is gone.
    if (isDoubtful && isMissed(await send(plain ?? probe))) {
      return { outcomes, requests, left, halt: "silence" };
    }
    if (requests >= maxRequests) return { outcomes, requests, left, halt: "bound" };
    if (Date.now() > until) return { outcomes, requests, left, halt: "time" };
    const first = await send(probe);
    outcomes.push(isMissed(first) && requests < maxRequests ? await send(probe) : first);
  }
  return { outcomes, requests, left: [], halt: "bound" };
}

async function ask(probe: Probe, wire: Wire, signedIn: readonly GivenHeader[]): Promise<Outcome> {
  try {
    const response = await wire.network(requestOf(probe, signedIn));
    return { probe, answer: answerOf(probe, response), fault: undefined };
  } catch (error) {
    return { probe, answer: undefined, fault: WireError.from(error) };
  }
}
