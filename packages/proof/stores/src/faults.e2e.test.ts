import { hasPostgres } from "@crossgate/testkit/postgres";
import { hasRedis } from "@crossgate/testkit/redis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { FAULTS, tryFault } from "./faults.ts";
import { openPostgres, openRedis, type Store } from "./real-store.ts";

/** A page that was allowed stays so at first; that it comes to an end, and comes back, is waited for. */
const held = expect.toSatisfy((milliseconds: number) => milliseconds > 0);
const back = expect.any(Number);

const EXPECTED: Readonly<Record<keyof typeof FAULTS, object>> = {
  killed: { held, back },
  paused: { held, back },
  "restarted empty": { held: expect.any(Number) },
  "slow by 5 s": { held, back },
  "an error on every third look-up": { denied: 0 },
  "the wall clock steps": { denied: 0, held: expect.any(Number) },
};

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe.each([
  ["Redis", hasRedis, openRedis],
  ["PostgreSQL", hasPostgres, openPostgres],
] as const)("G3: %s", (_, isThere, open) => {
  let store: Store;
  beforeAll(async () => {
    if (isThere()) store = await open();
  });
  afterAll(() => store?.stop());

  it.runIf(isThere()).each(Object.entries(FAULTS))("%s", async (name, fault) => {
    const outcome = await tryFault(fault, store);
    expect(outcome).toEqual({ ...EXPECTED[name as keyof typeof FAULTS], failed: 0, overdue: 0 });
  });
});
