import { do_not_optimize, measure } from "mitata";
import { bare, byHand, CONTENDERS } from "./contenders/index.ts";
import type { Load } from "./loads.ts";

/** What one contender took for one request. */
export interface Row {
  readonly contender: string;
  readonly nanoseconds: number;
  /** Beyond the bare handler. */
  readonly overhead: number;
  /** The overhead compared with that of the headers set by hand, where that costs anything. */
  readonly ratio: number | undefined;
}

/** Each takes its turn several times, so that no contender has a noisy minute to itself. */
const ROUNDS = 7;
const ROUND_NANOSECONDS = 200e6;

export async function time({ request }: Load): Promise<readonly Row[]> {
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, handle } of CONTENDERS) {
      const { p50 } = await measure(() => do_not_optimize(handle(request)), {
        min_cpu_time: ROUND_NANOSECONDS,
      });
      best.set(name, Math.min(p50, best.get(name) ?? Infinity));
    }
  }
  const nanoseconds = (contender: string): number => best.get(contender) ?? Number.NaN;
  const overhead = (contender: string): number => nanoseconds(contender) - nanoseconds(bare.name);
  return CONTENDERS.map(({ name }) => ({
    contender: name,
    nanoseconds: nanoseconds(name),
    overhead: overhead(name),
    ratio: overhead(byHand.name) > 0 ? overhead(name) / overhead(byHand.name) : undefined,
  }));
}
