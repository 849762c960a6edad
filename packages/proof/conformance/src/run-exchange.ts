import { stepsOf, type ExchangeCase, type Step } from "./case.ts";
import { compare, type Difference } from "./compare.ts";
import type { Observation } from "./observation.ts";
import { askBeside } from "./page/ask-beside.ts";
import { compareView } from "./page/compare-view.ts";
import { ConsoleWatch } from "./recorder.ts";
import type { Failure, Runtime } from "./report.ts";
import type { Subject } from "./subject.ts";
import { unobserved } from "./unobserved.ts";

export type Finding = Pick<Failure, "step" | "differences">;

/** What is wrong with the responses, and which expectations the subject could not show. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly unobserved: readonly string[];
}

/** Sends the requests of a case, and checks each response: as such, and as a page sees it. */
export async function runExchange(
  exchange: ExchangeCase,
  subject: Subject,
  runtime: Runtime,
): Promise<Findings> {
  const steps = stepsOf(exchange);
  const findings: Finding[] = [];
  const unseen: string[] = [];
  try {
    const session = subject.open(exchange, runtime);
    const ask = askBeside(session, steps.length, subject.remote ?? false);
    const check = async (index: number, step: Step, seen: Observation): Promise<void> => {
      const view = (): Promise<Difference[]> => compareView(step, exchange.options, seen, ask);
      const differences = [...compare(step, seen), ...(await quietly(view))];
      if (differences.length > 0) findings.push({ step: index, differences });
      unseen.push(...unobserved(step, seen));
    };
    if ("steps" in exchange && exchange.concurrent) {
      const seen = await Promise.all(steps.map((step, index) => session.send(step, index)));
      for (const [index, step] of steps.entries()) await check(index, step, seen[index]!);
      return { findings, unobserved: unseen };
    }
    for (const [index, step] of steps.entries()) {
      const observe = (): Promise<Observation> => session.send(step, index);
      await check(index, step, await (subject.remote ? observe() : watched(observe)));
    }
  } catch (error) {
    const differences = [{ what: "run", expected: "a response", got: String(error) }];
    findings.push({ step: findings.length, differences });
  }
  return { findings, unobserved: unseen };
}

/** With the number of errors that were reported meanwhile, where the subject does not know better. */
async function watched(observe: () => Promise<Observation>): Promise<Observation> {
  const watch = new ConsoleWatch();
  watch.start();
  try {
    const seen = await observe();
    return { reported: watch.stop(), ...seen };
  } finally {
    watch.stop();
  }
}

/** What a page's further requests report is no case's. */
async function quietly<Result>(work: () => Promise<Result>): Promise<Result> {
  const watch = new ConsoleWatch();
  watch.start();
  try {
    return await work();
  } finally {
    watch.stop();
  }
}
