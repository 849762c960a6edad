import { describe, expect, it } from "vitest";
import { api, causeRows, page } from "../../test/cause-rows.ts";
import { inventedWire } from "../../test/invented-wire.ts";
import { explainOver } from "../explain/explain.ts";
import { readScene } from "../explain/scene.ts";
import type { CauseCode } from "./cause-code.ts";
import { causeWords } from "./words.ts";

describe("what happened, and why", () => {
  it.each(causeRows.map((row, index) => ({ ...row, index })))(
    "$index: $code, $verdict",
    async ({ code, verdict, asked, answers = [], probes, says }) => {
      const question = { url: api, origin: page, ...asked };
      const wire = inventedWire(answers);
      const report = await explainOver(
        question,
        readScene(question),
        wire,
        probes && inventedWire(probes),
      );
      expect({ verdict: report.verdict, code: report.cause?.code ?? null }).toEqual({
        verdict,
        code,
      });
      expect(report.cause?.says ?? "").toBe(says ?? report.cause?.says ?? "");
    },
  );

  it("has a row for every cause that has its own code", () => {
    const seen = new Set(causeRows.map((row) => row.code));
    const missing = (Object.keys(causeWords) as CauseCode[]).filter((each) => !seen.has(each));
    expect(missing).toEqual([]);
  });
});
