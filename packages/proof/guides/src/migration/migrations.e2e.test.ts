import { describe, expect, it } from "vitest";
import { readText } from "../pages/page.ts";
import { type Explanation, explanationProblems } from "./explanation.ts";
import { MIGRATIONS } from "./migrations.ts";
import { record, recordingOf } from "./recording.ts";

describe.each(MIGRATIONS)("moving from $name", (migration) => {
  it("changes the responses that the page shows, and every line of it is explained", async () => {
    const { comparisons, diff } = await record(migration);
    expect(diff).toBe(readText(recordingOf(migration)));
    expect(explanationProblems(migration.explanations, comparisons)).toEqual([]);
  });
});

describe("a diff without its explanations", () => {
  it("is found: a line without one, and one without a line", () => {
    const field = { name: "vary", before: ["Origin"], after: [] };
    const idle: Explanation = { questions: ["denied"], fields: ["vary"], because: "it is idle" };
    expect(explanationProblems([idle], [{ question: "allowed", fields: [field] }])).toEqual([
      "allowed: nothing explains vary",
      "explains nothing: it is idle",
    ]);
  });
});
