import type { Handler } from "../contender.ts";
import type { Answer } from "../loads.ts";
import { type SectionName, SECTIONS } from "../sections/index.ts";
import type { Comparison, Trial } from "../trial.ts";
import { answerProblem } from "../verify.ts";
import type { OpenComparison } from "./host.ts";

/** How often each response is looked at: also once the code is warm. */
const TIMES = 300;

/** The sections in the process that runs them; one is open at a time, so that the last is freed. */
export class Stage {
  readonly #quick: boolean;
  #section: SectionName | undefined;
  #comparisons: readonly Comparison[] = [];

  /** @param quick without what takes seconds to make */
  constructor(quick: boolean) {
    this.#quick = quick;
  }

  async open(section: SectionName): Promise<readonly OpenComparison[]> {
    const comparisons = this.#enter(section);
    return Promise.all(
      comparisons.map(async ({ load, trials }) => ({
        load,
        trials: trials.map(({ contender, base }) =>
          base === undefined ? { contender } : { contender, base },
        ),
        answers: trials.filter(isChecked).length,
        problems: (await Promise.all(trials.map((trial) => problemsOf(load, trial)))).flat(),
      })),
    );
  }

  /** Runs a trial `count` times. */
  async run(section: SectionName, load: string, contender: string, count: number): Promise<void> {
    const trial = this.#enter(section)
      .find((comparison) => comparison.load === load)
      ?.trials.find((candidate) => candidate.contender === contender);
    if (!trial) throw new Error(`no trial of ${contender} under ${load} in ${section}`);
    await repeat(trial, count);
  }

  #enter(section: SectionName): readonly Comparison[] {
    if (this.#section !== section) {
      this.#comparisons = [];
      this.#comparisons = SECTIONS[section](this.#quick);
      this.#section = section;
    }
    return this.#comparisons;
  }
}

/** Waits only for what has to be waited for: a response at once stays one. */
export async function repeat({ work, requests }: Trial, count: number): Promise<void> {
  const { length } = requests;
  for (let turn = 0, index = 0; turn < count; turn++) {
    const result = work(requests[index] as Request);
    if (result instanceof Promise) kept = await result;
    else kept = result;
    if (++index === length) index = 0;
  }
}

/**
 * Read by no one; without it an engine could leave out work whose result goes nowhere.
 *
 * @public
 */
export let kept: unknown;

function isChecked({ expected, decides }: Trial): boolean {
  return expected !== undefined || decides !== undefined;
}

async function problemsOf(
  load: string,
  { contender, work, requests, expected, decides }: Trial,
): Promise<readonly string[]> {
  if (decides !== undefined) {
    for (let turn = 0; turn < TIMES; turn++) {
      if ((await work(requests[0] as Request)) !== decides) {
        return [`${contender}, ${load}: did not decide ${decides}`];
      }
    }
  }
  if (!expected) return [];
  for (let turn = 0; turn < TIMES; turn++) {
    const index = turn % requests.length;
    const problem = await answerProblem(
      work as Handler,
      requests[index] as Request,
      expected[index % expected.length] as Answer,
    );
    if (problem !== undefined) return [`${contender}, ${load}: ${problem}`];
  }
  return [];
}
