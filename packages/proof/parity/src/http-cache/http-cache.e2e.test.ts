import { afterAll, describe, expect, it } from "vitest";
import { missing } from "../missing.ts";
import { removePlanted } from "../mutants.ts";
import { cacheMutants, loadCacheMutant } from "./cache-mutants.ts";
import type { CachingEngine } from "./pages.ts";
import type { CacheResult } from "./run-http-cache.ts";
import { differs, runHttpCache, runOnModel } from "./run-http-cache.ts";

/** The same cases in every run; `pnpm parity --http-cache` takes other seeds. */
const fixedSeed = 20_261_126;
const cases = 250;
const minutes = 60_000;
const engines: readonly CachingEngine[] = ["chromium", "firefox"];
const results = new Map<CachingEngine, CacheResult>();

afterAll(removePlanted);

describe.each(engines)("the HTTP cache of %s", (engine) => {
  it("answers CORS requests as the model's does", { timeout: 5 * minutes }, async ({ skip }) => {
    const result = await runHttpCache(engine, { cases, seed: fixedSeed });
    if (!result) return missing(engine, skip);
    results.set(engine, result);
    expect(result.comparisons).toHaveLength(cases);
    expect(result.disagreements).toEqual([]);
  });
});

describe("bugs planted in the model's HTTP cache", () => {
  it.for(cacheMutants)("real browsers catch: $name", async (mutant, { skip }) => {
    for (const engine of engines) if (!results.has(engine)) return missing(engine, skip);
    const model = await loadCacheMutant(mutant);
    let misses = 0;
    for (const [engine, { comparisons, places }] of results) {
      for (const { one, browser } of comparisons) {
        const said = await runOnModel(one, engine, places, model);
        misses += differs({ model: said, browser }) ? 1 : 0;
      }
    }
    expect(misses).toBeGreaterThan(0);
  });
});
