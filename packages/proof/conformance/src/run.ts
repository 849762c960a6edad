import { answerWith, ApplicationError, type Host } from "./answer.ts";
import {
  isConstruction,
  stepsOf,
  type Answer,
  type Case,
  type ConstructionCase,
  type ExchangeCase,
} from "./case.ts";
import { compareConstruction } from "./construction.ts";
import type { Report, Runtime, SubjectReport } from "./report.ts";
import { buildRequest } from "./request.ts";
import { runExchange, type Findings } from "./run-exchange.ts";
import type { Subject } from "./subject.ts";

/** Puts every case to every subject, one after the other. */
export async function run(
  cases: readonly Case[],
  subjects: readonly Subject[],
  runtime: Runtime,
): Promise<Report> {
  const reports: SubjectReport[] = [];
  for (const subject of subjects) reports.push(await runSubject(cases, subject, runtime));
  const { name, version } = runtime;
  return { runtime: name, version, cases: cases.length, subjects: reports };
}

async function runSubject(
  cases: readonly Case[],
  subject: Subject,
  runtime: Runtime,
): Promise<SubjectReport> {
  const report: SubjectReport = {
    subject: subject.name,
    passed: 0,
    failed: [],
    inexpressible: [],
    unobserved: {},
  };
  for (const candidate of cases.filter(isFor(subject))) {
    const { id, rules } = candidate;
    const reason = await whyNot(candidate, subject, runtime);
    if (reason !== undefined) {
      report.inexpressible.push({ id, reason });
      continue;
    }
    const { findings, unobserved } = isConstruction(candidate)
      ? checkConstruction(candidate, subject)
      : await runExchange(candidate, subject, runtime);
    for (const what of unobserved) report.unobserved[what] = (report.unobserved[what] ?? 0) + 1;
    if (findings.length === 0) report.passed++;
    for (const failure of findings) {
      report.failed.push({ subject: subject.name, id, rules, ...failure });
    }
  }
  return report;
}

function isFor({ chooses }: Subject): (candidate: Case) => boolean {
  return (candidate) => chooses === (isConstruction(candidate) ? undefined : candidate.chosen);
}

function checkConstruction(candidate: ConstructionCase, subject: Subject): Findings {
  const differences = compareConstruction(candidate, subject);
  return { findings: differences.length > 0 ? [{ differences }] : [], unobserved: [] };
}

/** A reason that turns out to be untrue is no reason: then the case runs, and its result counts. */
async function whyNot(
  candidate: Case,
  subject: Subject,
  runtime: Runtime,
): Promise<string | undefined> {
  if (isConstruction(candidate)) {
    return subject.construct ? undefined : "policies are checked in process";
  }
  const declared = candidate.inexpressible?.[runtime.name];
  if (declared !== undefined && (subject.remote || !(await isExpressible(candidate, runtime)))) {
    return declared;
  }
  return subject.omits?.(candidate);
}

async function isExpressible(exchange: ExchangeCase, runtime: Runtime): Promise<boolean> {
  try {
    for (const [index, { request, handler = {} }] of stepsOf(exchange).entries()) {
      buildRequest(request, index);
      await builtOrThrown(handler, runtime);
    }
    return true;
  } catch {
    return false;
  }
}

/** What an application throws on purpose has been built too. */
async function builtOrThrown(answer: Answer, host: Host): Promise<void> {
  try {
    await answerWith(answer, host);
  } catch (error) {
    if (!(error instanceof ApplicationError || error instanceof Response)) throw error;
  }
}
