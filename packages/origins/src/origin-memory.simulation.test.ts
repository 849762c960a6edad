import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Fault, plant } from "../test/plant.ts";
import { PROMISES } from "../test/simulation/invariants.ts";
import { type Course, simulate } from "../test/simulation/simulate.ts";
import { OriginMemory } from "./origin-memory.ts";

/** Courses that every commit runs; more of them with `SIMULATIONS`. */
const COURSES = Number(process.env["SIMULATIONS"] ?? 60);
const STEPS = 5000;
/** How many courses a fault may hide in. */
const PATIENCE = 400;

beforeEach(() => {
  vi.spyOn(console, "warn").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function run(Memory: typeof OriginMemory, courses: number): Promise<Course> {
  const total = { steps: 0, hours: 0, lookups: 0 };
  for (let seed = 1; seed <= courses; seed++) {
    const course = await simulate(Memory, seed, STEPS).catch((error: unknown) => {
      throw new Error(`course ${seed}: ${String(error)}`);
    });
    total.steps += course.steps;
    total.hours += course.hours;
    total.lookups += course.lookups;
  }
  return total;
}

describe("G1, G3: cached origins, over hours of floods, outages, silence and sleep", () => {
  test("keep every promise", async () => {
    const { steps, hours, lookups } = await run(OriginMemory, COURSES);
    console.log(
      `simulation: ${steps} steps, ${Math.round(hours)} hours of clock, ${lookups} look-ups, 0 broken promises`,
    );
    expect(steps).toBe(COURSES * STEPS);
  });

  /** What the planted faults have broken, each the promise that it broke first. */
  const broken: string[] = [];
  const faults: readonly Fault[] = [
    [
      "a failed look-up keeps its privilege",
      "privilege.ts",
      "now + this.#pauses.next()",
      "Infinity",
    ],
    ["a privilege has no pause", "privilege.ts", "now < this.#notBefore", "false"],
    ["a pause grows for ever", "pauses.ts", "Math.min(pause * 2, this.#longest)", "pause * 2"],
    [
      "the budget is one too large",
      "budget.ts",
      "fill(-Infinity);",
      "fill(-Infinity); this.#begun = new Float64Array(perSecond + 1).fill(-Infinity);",
    ],
    ["the budget is for half a second", "budget.ts", "const SECOND = 1000", "const SECOND = 500"],
    ["nothing is pushed out", "bounded-map.ts", "this.size <= this.#most", "true"],
    [
      "denied ones push out allowed ones",
      "known-origins.ts",
      "this.#denied = new BoundedMap(maxEntries)",
      "this.#denied = this.#allowed",
    ],
    [
      "an old answer replaces a newer one",
      "known-origins.ts",
      "turn < Math.max(newest, this.#floor)",
      "turn < this.#floor",
    ],
    [
      "a push does not void what is under way",
      "known-origins.ts",
      "return this.#forgetOne(key, turn)",
      "return void this.#denied.delete(key)",
    ],
    [
      "a push of everything does not void what is under way",
      "known-origins.ts",
      "    this.#floor = turn;\n    this.#denied",
      "    this.#denied",
    ],
    [
      "forgetting everything takes the privileges",
      "known-origins.ts",
      "for (const key of this.#allowed.keys()) this.#allowed.set(key, this.#expired(turn));",
      "this.#allowed.clear();",
    ],
    [
      "one may join what began before a push",
      "look-ups.ts",
      "else this.#underWay.delete(key);",
      "",
    ],
    [
      "age counts from the answer",
      "look-ups.ts",
      "this.#known.remember(key, at,",
      "this.#known.remember(key, at + 3000,",
    ],
    [
      "a failure is a denial",
      "look-ups.ts",
      "this.#failed++;",
      "this.#failed++; this.#known.remember(key, at, turn, false);",
    ],
    [
      "a silent store is waited for by all",
      "look-ups.ts",
      "if (now - at < this.#patience) break;",
      "break;",
    ],
    [
      "look-ups are not shared",
      "look-ups.ts",
      "return this.#underWay.get(key)?.answer",
      "return undefined",
    ],
    ["a stale origin stays for ever", "origin-memory.ts", "age < ttl + staleFor", "age < Infinity"],
    [
      "a known one is not kept for its time",
      "origin-memory.ts",
      "age < ttl + staleFor",
      "age < ttl / 2",
    ],
    [
      "known ones compete with strangers",
      "origin-memory.ts",
      "this.#known.privilegeOf(question.key)?.take(now) || this",
      "this",
    ],
    [
      "strangers cost no budget",
      "origin-memory.ts",
      "|| this.#budget.take(now)",
      "|| this.#budget.take(now) || now % 7 < 1",
    ],
    [
      "a request waits for ever",
      "origin-memory.ts",
      "this.#withinPatience(answer) : false",
      "answer : false",
    ],
  ];

  test.each(faults)("find a planted fault: %s", async (...fault) => {
    const Memory = await plant(fault);
    const found = await run(Memory, PATIENCE).then(String, String);
    expect(found).toMatch(/^Error: course \d+: Error: /);
    broken.push(found);
  });

  test.each(PROMISES)("find that a planted fault breaks: %s", (promise) => {
    expect(broken.join("\n")).toContain(promise);
  });
});
