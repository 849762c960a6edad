import { serveWorker } from "../hosts/workerd.ts";
import { type Spread, spreadOf } from "../measure/statistics.ts";
import type { Kind } from "./origins.ts";

/** Milliseconds from the start of workerd to the first response. */
export type WorkerStarts = Readonly<Record<Kind, Spread>>;

const STARTS = 9;

/** How long a Worker takes to its first response that makes something of 10,000 origins as it starts. */
export async function measureWorkerStarts(): Promise<WorkerStarts> {
  const times: Record<Kind, number[]> = { policy: [], set: [] };
  for (let turn = 0; turn < STARTS; turn++) {
    times.policy.push(await start("workerd-start-policy.ts"));
    times.set.push(await start("workerd-start-set.ts"));
  }
  return { policy: spreadOf(times.policy), set: spreadOf(times.set) };
}

async function start(entry: string): Promise<number> {
  const begin = performance.now();
  const { url, stop } = await serveWorker(entry);
  try {
    await (await fetch(url)).text();
    return performance.now() - begin;
  } finally {
    await stop();
  }
}
