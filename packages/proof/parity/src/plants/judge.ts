import { compareOne } from "../compare-all.ts";
import { compareConsoleLines } from "../console-lines.ts";
import type { Engine } from "../engines/engine.ts";
import type { Network } from "../network.ts";
import type { Observation } from "../observe.ts";
import type { PlantedModel } from "./load-plant.ts";

/** Cases of one kind that a browser ran, which planted models are held against. */
export interface Judge {
  /** What plants they are about: the beginning of a step. */
  readonly about: string;
  /** Counts the cases in which the planted model disagrees with what was seen, up to `enough`. */
  readonly count: (planted: PlantedModel, enough: number) => Promise<number>;
}

/** How many cases run at the same time. */
const slice = 250;

/** Counts what differs, a slice at a time. */
export async function countUpTo<Case>(
  enough: number,
  cases: readonly Case[],
  differs: (one: Case) => Promise<boolean>,
): Promise<number> {
  let count = 0;
  for (let start = 0; start < cases.length && count < enough; start += slice) {
    const verdicts = await Promise.all(cases.slice(start, start + slice).map(differs));
    count += verdicts.filter(Boolean).length;
  }
  return count;
}

/** A judge of requests. It knows the cases alone in which the right model agrees. */
export async function judgeOfSeen(
  about: string,
  right: PlantedModel,
  seen: readonly Observation[],
  engine: Engine,
  network: Network,
): Promise<Judge> {
  const isWrong = async (model: PlantedModel, one: Observation): Promise<boolean> => {
    const comparison = await compareOne(model, one, engine, network);
    return !comparison.agrees || compareConsoleLines([comparison]).different.length > 0;
  };
  const wrong = await Promise.all(seen.map((one) => isWrong(right, one)));
  const known = seen.filter((_, index) => !wrong[index]);
  return {
    about,
    count: (planted, enough) => countUpTo(enough, known, (one) => isWrong(planted, one)),
  };
}
