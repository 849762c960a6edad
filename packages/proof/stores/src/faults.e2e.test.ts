import { hasPostgres } from "@crossgate/testkit/postgres";
import { hasRedis } from "@crossgate/testkit/redis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { FAULTS, SECOND, tryFault } from "./faults.ts";
import { openPostgres, openRedis, type Store } from "./real-store.ts";
import { LIMITS } from "./service.ts";

/** What a machine with other work takes besides. */
const SLACK = 1500;
const HELD = (LIMITS.ttl + LIMITS.staleFor) * SECOND + SLACK;
/** One `ttl`, one look-up, what a client takes to connect again, and a machine with other work. */
const RECOVERY = (LIMITS.ttl + LIMITS.lookupTimeout) * SECOND + 3000;

const inTime = (least: number, most: number): unknown =>
  expect.toSatisfy((milliseconds: number) => milliseconds >= least && milliseconds < most);
/** A cached origin has its time, and after that no one is allowed. */
const held = inTime((LIMITS.staleFor * SECOND) / 4, HELD);
const back = inTime(0, RECOVERY);

const EXPECTED: Readonly<Record<keyof typeof FAULTS, object>> = {
  killed: { held, back },
  paused: { held, back },
  "restarted empty": { held: inTime(0, HELD) },
  "slow by 5 s": { held, back },
  "an error on every third look-up": { denied: 0 },
  "the wall clock steps": { denied: 0, held: inTime(0, HELD) },
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
] as const)("G3: %s", { timeout: 40_000 }, (_, isThere, open) => {
  let store: Store;
  beforeAll(async () => {
    if (isThere()) store = await open();
  });
  afterAll(() => store?.stop());

  it.runIf(isThere()).each(Object.entries(FAULTS))("%s", async (name, fault) => {
    const outcome = await tryFault(fault, store);
    expect(outcome).toEqual({ ...EXPECTED[name as keyof typeof FAULTS], failed: 0 });
  });
});
