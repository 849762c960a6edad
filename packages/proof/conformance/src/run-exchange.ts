import { stepsOf, type ExchangeCase, type Step } from "./case.ts";
import { compare, type Difference } from "./compare.ts";
import type { Observation } from "./observation.ts";
import { askBeside } from "./page/ask-beside.ts";
import { compareView } from "./page/compare-view.ts";
import { ConsoleWatch } from "./recorder.ts";
import type { Failure, Runtime } from "./run.ts";
import type { Subject } from "./subject.ts";

export type Finding = Pick<Failure, "step" | "differences">;

/** Sends the requests of a case, and judges each answer: as such, and as a page sees it. */
export async function runExchange(
  exchange: ExchangeCase,
  subject: Subject,
  runtime: Runtime,
): Promise<Finding[]> {
  const steps = stepsOf(exchange);
  const findings: Finding[] = [];
  try {
    const session = subject.open(exchange, runtime);
    const ask = askBeside(session, steps.length, subject.remote ?? false);
    const judge = async (index: number, step: Step, seen: Observation): Promise<void> => {
      const view = (): Promise<Difference[]> => compareView(step, exchange.options, seen, ask);
      const differences = [...compare(step, seen), ...(await quietly(view))];
      if (differences.length > 0) findings.push({ step: index, differences });
    };
    if ("steps" in exchange && exchange.concurrent) {
      const seen = await Promise.all(steps.map((step, index) => session.send(step, index)));
      for (const [index, step] of steps.entries()) await judge(index, step, seen[index]!);
      return findings;
    }
    for (const [index, step] of steps.entries()) {
      const observe = (): Promise<Observation> => session.send(step, index);
      await judge(index, step, await (subject.remote ? observe() : watched(observe)));
    }
  } catch (error) {
    const differences = [{ what: "run", expected: "an answer", got: String(error) }];
    findings.push({ step: findings.length, differences });
  }
  return findings;
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
