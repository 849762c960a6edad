import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Behaviour, type Command, OriginOracle } from "../test/origin-oracle.ts";
import type { KvLimits } from "./kv-options.ts";
import { OriginCache } from "./origin-cache.ts";

const LIMITS = fc.record<KvLimits>({
  prefix: fc.constant(""),
  ttl: fc.constantFrom(100, 1000),
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

/** The real cache, on a clock that only the commands move. */
async function behave(
  Cache: typeof OriginCache,
  limits: KvLimits,
  commands: readonly Command[],
): Promise<Behaviour> {
  vi.setSystemTime(0);
  const lookups: [string, number][] = [];
  const stored = new Set<string>();
  let store = { latency: 0, failing: false };
  const has = async (key: string): Promise<boolean> => {
    lookups.push([key, Date.now()]);
    const { failing, latency } = store;
    const isStored = stored.has(key);
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    if (failing) throw new Error("the store is down");
    return isStored;
  };
  const cache = new Cache({ now: Date.now, has, keep: () => {} });
  const ask = async (key: string): Promise<boolean | "error"> => {
    try {
      return await cache.allows(key, limits);
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

async function agrees(Cache: typeof OriginCache): Promise<void> {
  const property = fc.asyncProperty(LIMITS, COMMANDS, async (limits, commands) => {
    const oracle = new OriginOracle(limits);
    for (const [step, command] of commands.entries()) oracle.take(command, step);
    const { answers, lookups } = await behave(Cache, limits, commands);
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

describe("O4: remembered origins", () => {
  test("agree with the naive oracle", { timeout: 60_000 }, async () => {
    await expect(agrees(OriginCache)).resolves.toBeUndefined();
  });

  const bugs: readonly (readonly [name: string, right: string, wrong: string])[] = [
    ["a stale origin stays for ever", "limits.ttl + limits.staleFor", "Infinity"],
    [
      "denied ones push out allowed ones",
      "maxEntries);\n  }",
      "maxEntries - this.#denied.size);\n  }",
    ],
    ["every request looks up", "return this.#pending.get(key)?.answer;", "return undefined;"],
    [
      "a silent store is waited for by all who come",
      "this.#pending.delete(key);\n    }\n    return",
      "}\n    return",
    ],
    ["an old answer replaces a newer one", "if (at < newest) return;", ""],
    [
      "age counts from the answer",
      "this.#remember(key, at,",
      "this.#remember(key, this.#source.now(),",
    ],
    ["an error is a denial", "this.#source.has(key);", "this.#source.has(key).catch(() => false);"],
    ["known ones compete with unknown ones", "known && !known.renewed", "false"],
    ["known ones cost nothing ever", "known.renewed = true;", ";"],
    ["a spent budget is spent for ever", "this.#spent = 0;\n    }", "}"],
    ["the budget is one too large", "this.#spent <= limit", "this.#spent <= limit + 1"],
    ["the newest is forgotten", "of map.keys()", "of [...map.keys()].reverse()"],
    ["a removed one is allowed and denied", "this.#allowed.delete(key);", ""],
    ["denials are kept for ever", "< limits.negativeTtl", "< Infinity"],
  ];

  for (const [name, right, wrong] of bugs) {
    test(`the oracle finds a planted bug: ${name}`, { timeout: 60_000 }, async () => {
      const { OriginCache: Planted } = await plant(right, wrong);
      await expect(agrees(Planted)).rejects.toThrow("Property failed");
    });
  }
});

/** The module with one piece of its text replaced. */
async function plant(
  right: string,
  wrong: string,
): Promise<{ readonly OriginCache: typeof OriginCache }> {
  const source = readFileSync(new URL("./origin-cache.ts", import.meta.url), "utf8");
  expect(source.split(right).length).toBe(2);
  const code = stripTypeScriptTypes(source.replace(right, () => wrong));
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}
