import { setTimeout as sleep } from "node:timers/promises";
import { createWire } from "../network/wire.ts";
import { WireError } from "../network/wire-error.ts";
import { readOrigin, readUrl } from "../read-url.ts";
import { judge } from "./judge.ts";
import { type Answer, answerOf, planProbes, type Probe, requestOf } from "./probe.ts";
import type { AuditQuestion, AuditReport } from "./report.ts";

/** Answers missed in a row after which a server counts as gone. */
const patience = 3;
/** However slow the server is, nobody waits longer than this, in milliseconds. */
const wholeAudit = 180_000;
const bodyBytes = 4096;
const headerBytes = 32_768;

interface Course {
  readonly answers: readonly Answer[];
  readonly requests: number;
  readonly lastFault: WireError | undefined;
}

/**
 * Tries the known attacks on an endpoint, one request at a time. For servers one is responsible for.
 *
 * @example
 * const { findings } = await audit({ url: "https://api.example.com/", allowed: ["https://myapp.com"] });
 *
 * @param question the endpoint, who is meant to be allowed, and how fast to go
 * @throws UsageError for what is not a URL or an origin
 */
export async function audit(question: AuditQuestion): Promise<AuditReport> {
  const url = readUrl(question.url);
  const given = question.allowed ?? [];
  const judged = given.length > 0;
  const allowed = judged ? given.map(readOrigin) : [url.origin];
  const plan = planProbes(url.href, allowed);
  const probes = plan.slice(0, question.maxRequests ?? 150);
  const { answers, requests, lastFault } = await walk(probes, question);
  // Nobody said that the endpoint's own origin is meant to be allowed.
  const findings = judge(answers).filter(({ code }) => judged || code !== "allowed-refused");
  const verdict = findings.length > 0 ? "findings" : "clean";
  return {
    version: 1,
    url: url.href,
    allowed,
    verdict:
      lastFault && answers.length === 0 ? "unreachable" : lastFault ? worst(verdict) : verdict,
    requests,
    skipped: plan.length - requests,
    findings,
    unreachable: lastFault
      ? { fault: lastFault.fault, detail: `${lastFault.sentence} ${lastFault.message}` }
      : null,
  };
}

/** An audit that was cut short may have found something, but never shows that all is well. */
function worst(verdict: "clean" | "findings"): AuditReport["verdict"] {
  return verdict === "clean" ? "unreachable" : verdict;
}

async function walk(probes: readonly Probe[], question: AuditQuestion): Promise<Course> {
  const { rate = 5, timeout = 5000, onProgress } = question;
  const wire = createWire({ timeout, bodyBytes, headerBytes });
  const answers: Answer[] = [];
  const until = Date.now() + wholeAudit;
  let requests = 0;
  let missed = 0;
  let lastFault: WireError | undefined;
  for (const probe of probes) {
    const started = Date.now();
    if (started > until) break;
    requests += 1;
    try {
      answers.push(answerOf(probe, await wire.network(requestOf(probe))));
      missed = 0;
    } catch (error) {
      lastFault = WireError.from(error);
      missed += 1;
    }
    onProgress?.(requests, probes.length);
    if (missed >= patience) return { answers, requests, lastFault };
    await sleep(Math.max(0, 1000 / rate - (Date.now() - started)));
  }
  return { answers, requests, lastFault: answers.length === 0 ? lastFault : undefined };
}
