import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Behaviour, type Command, OriginOracle } from "../test/origin-oracle.ts";
import { type Fault, plant } from "../test/plant.ts";
import type { Clock } from "./clock.ts";
import type { Limits } from "./options/limits.ts";
import { OriginMemory } from "./origin-memory.ts";

const LIMITS = fc.record<Limits>({
  ttl: fc.constantFrom(100, 1000, 5000),
  negativeTtl: fc.constantFrom(0, 100, 1000),
  staleFor: fc.constantFrom(0, 100, 1000),
  maxEntries: fc.constantFrom(1, 2, 10),
  maxLookupsPerSecond: fc.constantFrom(1, 2, 10),
  // No wait and no latency adds up to it, so that nothing happens at the same moment.
  lookupTimeout: fc.constant(503),
});

const key = fc.constantFrom("a", "a", "b", "c");
const ask = fc.record({ ask: key, times: fc.constantFrom(1, 1, 3) });
const wait = fc.record({ wait: fc.constantFrom(50, 100, 510, 510, 1000) });
const put = fc.record({ put: key });
const remove = fc.record({ remove: key });
const turn = fc.record({
  latency: fc.constantFrom(0, 0, 30, 520),
  failing: fc.constantFrom(false, false, false, true),
});
/** A look-up is overtaken by a later one, which chance alone seldom brings about. */
const overtake = fc
  .tuple(key, fc.oneof(put, remove), wait)
  .map(([key, change, wait]): Command[] => [
    { latency: 520, failing: false },
    { ask: key, times: 1 },
    { wait: 510 },
    { latency: 0, failing: false },
    change,
    { ask: key, times: 1 },
    wait,
  ]);
const COMMANDS = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple<[Command]>(ask) },
      { weight: 3, arbitrary: fc.tuple<[Command]>(wait) },
      { weight: 2, arbitrary: fc.tuple<[Command]>(put) },
      { weight: 1, arbitrary: fc.tuple<[Command]>(remove) },
      { weight: 2, arbitrary: fc.tuple<[Command]>(turn) },
      { weight: 1, arbitrary: overtake },
    ),
    { minLength: 8, maxLength: 40, size: "max" },
  )
  .map((commands) => commands.flat());

/** The real memory, on a clock that only the commands move. */
async function behave(
  Memory: typeof OriginMemory,
  limits: Limits,
  commands: readonly Command[],
): Promise<Behaviour> {
  vi.setSystemTime(0);
  const lookups: [string, number][] = [];
  const stored = new Set<string>();
  let store = { latency: 0, failing: false };
  const has = async (key: string): Promise<boolean> => {
    // oxlint-disable-next-line no-restricted-properties -- the clock is vitest's
    lookups.push([key, Date.now()]);
    const { failing, latency } = store;
    const isStored = stored.has(key);
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    if (failing) throw new Error("the store is down");
    return isStored;
  };
  const clock: Clock = {
    // oxlint-disable-next-line no-restricted-properties -- the clock is vitest's
    now: Date.now,
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  };
  const memory = new Memory(limits, { has, keep: () => {} }, clock);
  const ask = async (key: string): Promise<boolean | "error"> => {
    try {
      return await memory.allows(key, key, undefined);
    } catch {
      return "error";
    }
  };
  const answers: Promise<boolean | "error">[] = [];
  for (const command of commands) {
    if ("put" in command) stored.add(command.put);
    else if ("remove" in command) stored.delete(command.remove);
    else if ("latency" in command) store = command;
    else if ("ask" in command) {
      for (let time = 0; time < command.times; time++) answers.push(ask(command.ask));
    }
    await vi.advanceTimersByTimeAsync("wait" in command ? command.wait : 0);
  }
  await vi.runAllTimersAsync();
  return { answers: await Promise.all(answers), lookups };
}

async function agrees(Memory: typeof OriginMemory): Promise<void> {
  const property = fc.asyncProperty(LIMITS, COMMANDS, async (limits, commands) => {
    const oracle = new OriginOracle(limits);
    for (const [step, command] of commands.entries()) oracle.take(command, step);
    const { answers, lookups } = await behave(Memory, limits, commands);
    expect(answers).toEqual(oracle.answers);
    expect(lookups).toEqual(oracle.lookups);
  });
  await fc.assert(property, { numRuns: 2000, endOnFailure: true });
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("G1: remembered origins", () => {
  test("agree with the naive oracle", async () => {
    await expect(agrees(OriginMemory)).resolves.toBeUndefined();
  });

  const faults: readonly Fault[] = [
    ["a stale origin stays for ever", "origin-memory.ts", "age < ttl + staleFor", "age < Infinity"],
    [
      "every request looks up",
      "look-ups.ts",
      "return this.#underWay.get(key)?.answer;",
      "return undefined;",
    ],
    [
      "an old answer replaces a newer one",
      "known-origins.ts",
      "if (turn < Math.max(newest, this.#floor)) return;",
      "",
    ],
    ["a removed one is allowed and denied", "known-origins.ts", "this.#allowed.delete(key);", ""],
    [
      "an error is a denial",
      "look-ups.ts",
      "this.#source.has(origin, context);",
      "this.#source.has(origin, context).catch(() => false);",
    ],
    [
      "a pause is twice as long",
      "privilege.ts",
      "now + this.#pauses.next()",
      "now + 2 * this.#pauses.next()",
    ],
    ["the first pause is no longer", "pauses.ts", "FIRST = 1000", "FIRST = 10"],
    ["a spent budget is spent for ever", "budget.ts", "SECOND = 1000", "SECOND = Infinity"],
    ["the newest is forgotten", "bounded-map.ts", "of this)", "of [...this].reverse())"],
    [
      "stale ones take of the budget",
      "origin-memory.ts",
      "if (!this.#known.privilegeOf(question.key)?.take(now)) return;",
      "if (!this.#known.privilegeOf(question.key)?.take(now) && !this.#budget.take(now)) return;",
    ],
    [
      "denials are kept for ever",
      "origin-memory.ts",
      "this.#known.deniedAt(key) < negativeTtl",
      "this.#known.deniedAt(key) < Infinity",
    ],
    [
      "a privileged one takes of the budget",
      "origin-memory.ts",
      "?.take(now) || this.#budget.take(now)",
      "?.take(now) && this.#budget.take(now) || this.#budget.take(now)",
    ],
  ];

  test.each(faults)("the oracle finds a planted fault: %s", async (...fault) => {
    const Memory = await plant(fault);
    await expect(agrees(Memory)).rejects.toThrow("Property failed");
  });
});
