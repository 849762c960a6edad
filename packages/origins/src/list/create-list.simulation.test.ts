import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Fault, plantList } from "../../test/plant.ts";
import { LIST_PROMISES, simulateList } from "../../test/simulation/simulate-list.ts";
import { createList } from "./create-list.ts";

const COURSES = Number(process.env["SIMULATIONS"] ?? 60);
const STEPS = 2000;
const PATIENCE = 200;

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function run(create: typeof createList, courses: number) {
  const total = { steps: 0, hours: 0, lookups: 0 };
  for (let seed = 1; seed <= courses; seed++) {
    const course = await simulateList(create, seed, STEPS).catch((error: unknown) => {
      throw new Error(`course ${seed}: ${String(error)}`);
    });
    total.steps += course.steps;
    total.hours += course.hours;
    total.lookups += course.lookups;
  }
  return total;
}

describe("G2, G3: a list, over hours of outages, silence and changes", () => {
  test("keeps every promise", async () => {
    const { steps, hours, lookups } = await run(createList, COURSES);
    console.log(
      `simulation: ${steps} steps, ${Math.round(hours)} hours of clock, ${lookups} loads, 0 broken promises`,
    );
    expect(steps).toBe(COURSES * STEPS);
  });

  /** What the planted faults have broken, each the promise that it broke first. */
  const broken: string[] = [];
  const faults: readonly Fault[] = [
    [
      "no one is allowed while the next list is on its way",
      "list/list-state.ts",
      "this.#hasFailed ? staleFor : Math.max(staleFor, 2 * loadTimeout)",
      "staleFor",
    ],
    ["what is gone stays", "list/apply-list.ts", "listed.delete(entry);", ""],
    ["what is new is left out", "list/apply-list.ts", "listed.add(entry, load)", "void entry"],
    [
      "what is in both lists is lost",
      "list/apply-list.ts",
      "listed.mark(entry, load) ||",
      "listed.mark(entry, load - 1) ||",
    ],
    [
      "a list holds for ever",
      "list/list-state.ts",
      "this.#loadedAt < refreshEvery + late",
      "this.#loadedAt < Infinity",
    ],
    [
      "a list holds until the next load",
      "list/list-state.ts",
      "this.#loadedAt < refreshEvery + late",
      "this.#loadedAt < refreshEvery / 2",
    ],
    [
      "age counts from the end of a load",
      "list/list-state.ts",
      "this.#loadedAt = at;",
      "this.#loadedAt = this.#clock.now() + 4000;",
    ],
    [
      "a version that holds makes nothing fresh",
      "list/list-state.ts",
      "if (loaded === undefined && this.#version !== undefined) return undefined;",
      "if (loaded === undefined) throw new Error();",
    ],
    [
      "a load may take for ever",
      "list/list-state.ts",
      "within(this.#clock, loadTimeout, load(), () => {",
      "((_c: unknown, _t: unknown, promise: Promise<unknown>, _l: unknown) => promise)(this.#clock, loadTimeout, load(), () => {",
    ],
    [
      "nothing follows a failure",
      "list/reload.ts",
      "if (!this.#isStopped) this.#schedule(isDone);",
      "if (isDone) this.#schedule(isDone);",
    ],
    ["failures follow each other at once", "list/reload.ts", "this.#pauses.next()", "10"],
    [
      "a refresh does not wait for what is under way",
      "list/reload.ts",
      "if (!this.#underWay) return this.begin();",
      "if (this) return this.#run();",
    ],
    [
      "no one tells a request that the first list is there",
      "list/create-list.ts",
      "limits.loadTimeout, load,",
      "2 * limits.loadTimeout, new Promise<boolean>(() => {}),",
    ],
    [
      "a refresh joins what is under way",
      "list/reload.ts",
      "if (!this.#underWay) return this.begin();",
      "return this.begin();",
    ],
  ];

  test.each(faults)("finds a planted fault: %s", async (...fault) => {
    const create = await plantList(fault);
    const found = await run(create, PATIENCE).then(String, String);
    expect(found).toMatch(/^Error: course \d+: Error: /);
    broken.push(found);
  });

  test.each(LIST_PROMISES)("a planted fault breaks: %s", (promise) => {
    expect(broken.join("\n")).toContain(promise);
  });
});
