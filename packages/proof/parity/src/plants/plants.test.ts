import { afterAll, describe, expect, it } from "vitest";
import { removePlanted } from "../mutants.ts";
import { failingFixtures } from "./failing-fixtures.ts";
import { loadPlant } from "./load-plant.ts";
import { plants, sample } from "./plants.ts";

afterAll(removePlanted);

describe("bugs planted in the model", () => {
  it("are in every step, each with another name", () => {
    expect(new Set(plants.map(({ name }) => name)).size).toBe(plants.length);
    expect(sample.length).toBeLessThan(plants.length);
  });

  it.each(plants)("can be planted: $name", async (planted) => {
    await expect(loadPlant(planted)).resolves.toHaveProperty("createBrowser");
  });

  it.each(sample)("fixtures catch, $step: $name", { timeout: 120_000 }, async (planted) => {
    const model = await loadPlant(planted);
    expect(await failingFixtures(model, planted.step, 1)).toBeGreaterThan(0);
  });
});
