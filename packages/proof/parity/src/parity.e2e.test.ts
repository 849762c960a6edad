import * as model from "@crossgate/browser";
import { describe, expect, it } from "vitest";
import type { EngineName } from "./engines/engine.ts";
import { openEngine } from "./engines/open-engine.ts";
import { describeDisagreement } from "./fixture-row.ts";
import { generateScenarios } from "./generator/scenario.ts";
import { compareOne } from "./compare-all.ts";
import { missing } from "./missing.ts";
import { loadMutant, mutants } from "./mutants.ts";
import { startNetwork } from "./network.ts";
import { observeAll } from "./observe.ts";
import { runParity } from "./parity.ts";
import { warmUp } from "./warm-up.ts";

/** The same cases in every run; `pnpm parity` takes other seeds. */
const fixedSeed = 20_261_122;
const engines: readonly (readonly [EngineName, number])[] = [
  ["chromium", 300],
  ["firefox", 150],
  ["webkit", 150],
];
const minutes = 60_000;

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
  it("are caught by real browsers", { timeout: 5 * minutes }, async ({ skip }) => {
    const caught = mutants.map(() => 0);
    const wrongs = await Promise.all(mutants.map(loadMutant));
    const observe = async (engineName: EngineName): Promise<void> => {
      const network = await startNetwork();
      const engine = await openEngine(engineName, network.harness);
      try {
        if (!engine) return missing(engineName, skip);
        await warmUp(model, engine, network);
        const scenarios = generateScenarios(fixedSeed).take(400).toArray();
        const seen = await observeAll(scenarios, engine, network);
        for (const [index, wrong] of wrongs.entries()) {
          const verdicts = await Promise.all(
            seen.map((one) => compareOne(wrong, one, engine, network)),
          );
          const misses = verdicts.filter(({ agrees }) => !agrees).length;
          caught[index] = (caught[index] ?? 0) + misses;
        }
      } finally {
        await engine?.close();
        network.close();
      }
    };
    // Also when one fails, the other's browser is closed before the test ends.
    const ends = await Promise.allSettled([observe("chromium"), observe("firefox")]);
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    const misses = mutants.map(({ name }, index) => ({ name, misses: caught[index] }));
    console.table(misses);
    expect(misses.filter((each) => each.misses === 0)).toEqual([]);
  });
});
