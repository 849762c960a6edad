import { describe, expect, it } from "vitest";
import { featuresOf, fetchFeatures } from "./features.ts";
import { generateScenarios } from "./scenario.ts";

const seeds = [1, 20_261_126, 2_000_000_011] as const;

describe.each(seeds)("seed %i", (seed) => {
  it("has every feature in at least 20 of 3,000 fetches", () => {
    const counts = new Map<string, number>();
    for (const scenario of generateScenarios(seed).take(3000)) {
      for (const name of new Set(featuresOf(scenario)))
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const rare = fetchFeatures.map((name) => [name, counts.get(name) ?? 0] as const);
    expect(rare.filter(([, times]) => times < 20)).toEqual([]);
  });
});
