import { collectGarbage, heapUsed } from "../heap.ts";
import type { LoadName } from "../loads.ts";
import { contenders } from "../sections/contenders.ts";
import { repeat } from "../hosts/stage.ts";
import type { Trial } from "../trial.ts";
import { spreadOf } from "./statistics.ts";

export interface Allocation {
  readonly load: string;
  readonly contender: string;
  readonly base?: string;
  /** Per request. */
  readonly bytes: number;
}

const LOADS: readonly string[] = ["actual, allowed", "preflight, allowed"] satisfies LoadName[];
const REQUESTS = 2_000;
const TIMES = 9;

/** How the heap grows while nothing is collected; the switches of the process see to that. */
export async function measureAllocation(): Promise<readonly Allocation[]> {
  const found: Allocation[] = [];
  for (const { load, trials } of contenders()) {
    if (!LOADS.includes(load)) continue;
    for (const trial of trials) {
      const { contender, base } = trial;
      const bytes = await bytesOf(trial);
      found.push({ load, contender, bytes, ...(base !== undefined && { base }) });
    }
  }
  return found;
}

async function bytesOf(trial: Trial): Promise<number> {
  const grown: number[] = [];
  await repeat(trial, REQUESTS * 5);
  for (let time = 0; time < TIMES; time++) {
    collectGarbage();
    const before = heapUsed();
    await repeat(trial, REQUESTS);
    grown.push((heapUsed() - before) / REQUESTS);
  }
  return spreadOf(grown).median;
}
