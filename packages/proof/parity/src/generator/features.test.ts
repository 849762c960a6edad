import { describe, expect, it } from "vitest";
import { generateCookies } from "../cookies/cookie-case.ts";
import { cookieFeatures, cookieFeaturesOf } from "../cookies/cookie-features.ts";
import { rareFeatures, tally } from "../coverage.ts";
import { contextFeatures, contextFeaturesOf } from "./context-features.ts";
import { generateContexts } from "./context.ts";
import { featuresOf, fetchFeatures } from "./features.ts";
import { generateScenarios } from "./scenario.ts";

const seeds = [1, 20_261_126, 2_000_000_011] as const;

describe.each(seeds)("what the generators make of seed %i", (seed) => {
  it("has every feature of a fetch in at least 20 of 3,000 cases", () => {
    const counts = tally(generateScenarios(seed).take(3000), featuresOf);
    expect(rareFeatures(counts, fetchFeatures)).toEqual([]);
  });

  it("has every feature of a context in at least 20 of 1,000 cases", () => {
    const counts = tally(generateContexts(seed).take(1000), contextFeaturesOf);
    expect(rareFeatures(counts, contextFeatures)).toEqual([]);
  });

  it("has every feature of a cookie in at least 20 of 1,000 cases", () => {
    const counts = tally(generateCookies(seed).take(1000), cookieFeaturesOf);
    expect(rareFeatures(counts, cookieFeatures)).toEqual([]);
  });
});
