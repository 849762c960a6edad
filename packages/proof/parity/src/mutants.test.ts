import { fixtureTables } from "@crossgate/browser/fixtures/all-fixtures";
import { differences } from "@crossgate/browser/fixtures/compare";
import { describe, expect, it } from "vitest";
import { loadMutant, mutants } from "./mutants.ts";

describe("bugs planted in the model", () => {
  it.each(mutants)("fixtures catch: $name", async (mutant) => {
    const model = await loadMutant(mutant);
    const fixtures = Object.values(fixtureTables).flat();
    const results = await Promise.all(fixtures.map((fixture) => differences(model, fixture)));
    expect(results.filter((lines) => lines.length > 0)).not.toHaveLength(0);
  });
});
