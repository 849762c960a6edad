import { type ServedWorker, serveWorker } from "../hosts/workerd.ts";
import { spreadOf } from "../measure/statistics.ts";
import { ask, PROCESSES, type RuntimeName } from "../runtimes.ts";

export const COUNTS = [250_000, 500_000, 1_000_000] as const;
const TIMES = 3;

/** What it takes to make a policy of so many exact origins. */
export interface Construction {
  readonly runtime: RuntimeName;
  readonly count: number;
  readonly milliseconds: number;
  /** How much bigger the heap is for the policy, beside the list it was made of. */
  readonly bytes?: number;
}

export async function measureConstructions(): Promise<readonly Construction[]> {
  const worker = await serveWorker("workerd-origins.ts");
  try {
    const found: Construction[] = [];
    for (const count of COUNTS) {
      for (const runtime of PROCESSES) {
        const made = await times(() => ask<Made>(runtime, "origins.ts", [`${count}`], HEAP));
        const milliseconds = spreadOf(made.map((each) => each.milliseconds)).median;
        const bytes = spreadOf(made.map((each) => each.bytes)).median;
        found.push({ runtime, count, milliseconds, bytes });
      }
      const waited = await times(() => makeOnWorkerd(worker, count));
      found.push({ runtime: "workerd", count, milliseconds: spreadOf(waited).median });
    }
    return found;
  } finally {
    await worker.stop();
  }
}

const HEAP = { seesHeap: true } as const;

interface Made {
  readonly milliseconds: number;
  readonly bytes: number;
}

async function times<T>(make: () => Promise<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for (let time = 0; time < TIMES; time++) all.push(await make());
  return all;
}

/** The list is made in one request and the policy in the next, which alone is timed. */
async function makeOnWorkerd({ url }: ServedWorker, count: number): Promise<number> {
  await visit(new URL(`/list?count=${count}`, url));
  const begin = performance.now();
  await visit(new URL("/policy", url));
  return performance.now() - begin;
}

async function visit(url: URL): Promise<void> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`workerd: ${text}`);
}
