import type { Host, OpenComparison } from "../hosts/host.ts";
import type { SectionName } from "../sections/index.ts";
import { type Spread, spreadOf } from "./statistics.ts";

/** What one contender took for one request, in nanoseconds. */
export interface Row {
  readonly contender: string;
  readonly base?: string;
  readonly time: Spread;
  /** Beyond the base, round by round, so that a noisy minute is taken off both. */
  readonly overhead?: Spread;
}

export interface Pace {
  readonly rounds: number;
  /** How long one contender's turn lasts in each round. */
  readonly turnNanoseconds: number;
}

/** Contenders take turns in an order that changes, so that none has a noisy minute to itself. */
export async function timeComparison(
  host: Host,
  section: SectionName,
  { load, trials }: OpenComparison,
  { rounds, turnNanoseconds }: Pace,
): Promise<readonly Row[]> {
  const times = new Map<string, number[]>();
  const counts = new Map<string, number>();
  const run = (contender: string, count: number): Promise<number> =>
    host.run(section, load, contender, count);
  for (const { contender } of trials) {
    times.set(contender, []);
    counts.set(contender, await calibrate((count) => run(contender, count), turnNanoseconds));
  }
  for (let round = 0; round < rounds; round++) {
    for (const { contender } of rotated(trials, round)) {
      const count = counts.get(contender) ?? 1;
      times.get(contender)?.push((await run(contender, count)) / count);
    }
  }
  return trials.map(({ contender, base }) => row(contender, base, times));
}

/** How many runs fill a turn. Finding out warms the code up, and so is done twice. */
async function calibrate(
  run: (count: number) => Promise<number>,
  turnNanoseconds: number,
): Promise<number> {
  let count = 64;
  let nanoseconds = await run(count);
  while (nanoseconds < turnNanoseconds / 2) {
    count *= 2;
    nanoseconds = await run(count);
  }
  for (let time = 0; time < 2; time++) {
    // A noisy run must not make the next one endless.
    const factor = Math.min(2, turnNanoseconds / nanoseconds);
    count = Math.max(1, Math.round(count * factor));
    nanoseconds = await run(count);
  }
  return count;
}

/** Each round begins with another contender, and every other one goes backwards. */
function rotated<T>(items: readonly T[], round: number): readonly T[] {
  const shift = (round * 7) % items.length;
  const turned = [...items.slice(shift), ...items.slice(0, shift)];
  return round % 2 === 0 ? turned : turned.toReversed();
}

function row(
  contender: string,
  base: string | undefined,
  times: ReadonlyMap<string, readonly number[]>,
): Row {
  const own = times.get(contender) ?? [];
  const time = spreadOf(own);
  if (base === undefined) return { contender, time };
  const below = times.get(base) ?? [];
  const overhead = spreadOf(own.map((value, round) => value - (below[round] ?? Number.NaN)));
  return { contender, base, time, overhead };
}
