import { createCors, type OriginFunction } from "@crossgate/core";
import { rememberedOrigins } from "@crossgate/origins";
import { customer } from "./population.ts";

const BATCH = 500;
const BATCHES = 301;
const HELD = 100_000;

/** Nanoseconds of one request under a policy that asks a `Set`, and under one that caches. */
export async function addedTime(): Promise<{
  readonly ofSet: number;
  readonly remembered: number;
}> {
  const { origin } = customer(3);
  const set = new Set([origin]);
  const memory = rememberedOrigins(() => true, { ttl: 3600 });
  await memory(origin);
  const request = new Request("https://api.example/", { headers: { origin } });
  const policies: readonly OriginFunction[] = [(each) => set.has(each), (each) => memory(each)];
  const gates = policies.map((origin) => createCors({ origin }));
  const times: number[][] = [[], []];
  for (let batch = 0; batch < BATCHES; batch++) {
    // In turns, so that whatever else the machine does meets both.
    for (const [index, gate] of gates.entries()) {
      const began = performance.now();
      for (let each = 0; each < BATCH; each++) await gate.check(request);
      times[index]?.push(((performance.now() - began) / BATCH) * 1e6);
    }
  }
  const [ofSet = 0, remembered = 0] = times.map((each) => {
    const sorted = each.slice(BATCHES / 3).toSorted((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  });
  return { ofSet, remembered };
}

/** Bytes of heap for one cached origin, its own text included. */
export async function bytesPerOrigin(): Promise<number> {
  const memory = rememberedOrigins(() => true, { maxEntries: HELD, ttl: 3600 });
  const before = heap();
  for (let index = 0; index < HELD; index++) {
    const { origin } = customer(index);
    // What the store pushes is looked up outside of the budget, so that all are let in at once.
    memory.forget(origin);
    await memory(origin);
  }
  const bytes = (heap() - before) / HELD;
  return memory.stats().allowed === HELD ? Math.round(bytes) : Number.NaN;
}

const host: {
  readonly gc?: (() => void) | undefined;
  readonly Bun?: { gc(isFull: boolean): void };
} = globalThis;

function heap(): number {
  for (let round = 0; round < 3; round++) {
    if (host.gc) host.gc();
    else host.Bun?.gc(true);
  }
  return process.memoryUsage().heapUsed;
}
