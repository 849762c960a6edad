import * as model from "@crossgate/browser";
import { afterAll, describe, expect, it } from "vitest";
import type { EngineName } from "./engines/engine.ts";
import { describeDisagreement } from "./fixture-row.ts";
import { missing } from "./missing.ts";
import { removePlanted } from "./mutants.ts";
import { runParity } from "./parity.ts";
import { catcherOf } from "./plants/disagreements.ts";
import { sample } from "./plants/plants.ts";

/** The same cases in every run; `pnpm parity` takes other seeds. */
const fixedSeed = 20_261_122;
const engines: readonly (readonly [EngineName, number])[] = [
  ["chromium", 300],
  ["firefox", 150],
  ["webkit", 150],
];
const minutes = 60_000;

afterAll(removePlanted);

describe.each(engines)("parity with %s", (engine, cases) => {
  // Two browsers at once wait less than one after the other. But two of xvfb-run may take the same
  // display.
  const both = engine === "webkit" ? it : it.concurrent;
  both.for([fixedSeed])(
    "agrees on seed %i",
    { timeout: 5 * minutes },
    async (seed, { expect, skip }) => {
      const result = await runParity(model, { engine, cases, seed });
      if (!result) return missing(engine, skip);
      console.info(`${result.version}, seed ${seed}: ${result.comparisons.length} cases`);
      expect(result.comparisons).toHaveLength(cases);
      expect(result.disagreements.map(describeDisagreement)).toEqual([]);
    },
  );
});

describe("bugs planted in the model", () => {
  it("are caught by real browsers", { timeout: 10 * minutes }, async ({ skip }) => {
    const catches = await catcherOf(fixedSeed, ["chromium", "firefox"], false);
    if (!catches) return missing("chromium", skip);
    const rows: { step: string; name: string; misses: number }[] = [];
    for (const one of sample)
      rows.push({ step: one.step, name: one.name, misses: await catches(one) });
    console.table(rows);
    expect(rows.filter(({ misses }) => misses === 0)).toEqual([]);
  });
});
