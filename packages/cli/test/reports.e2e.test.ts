import { describe, expect, it, onTestFinished } from "vitest";
import { explain } from "../src/index.ts";
import { listenerOf, reportCases } from "./report-cases.ts";
import { runListener } from "./running.ts";

const page = "http://localhost:3000";

describe("what people reported", () => {
  it.each(reportCases)("$name", async (given) => {
    const origin = given.question?.origin ?? page;
    const { port, stop } = await runListener(listenerOf(given, origin));
    onTestFinished(stop);
    const url = `http://localhost:${port}/data`;
    const report = await explain({ url, origin, ...given.question });
    const [first] = report.cures;
    expect({ verdict: report.verdict, cause: report.cause?.code ?? null }).toEqual({
      verdict: given.verdict,
      cause: given.cause,
    });
    const { snippet = /^/, ...who } = given.cure ?? {};
    expect({ ...first }).toMatchObject(who);
    expect(first?.snippet ?? "").toMatch(snippet);
    const { cause, consequences, cures, warnings } = report;
    const said = JSON.stringify({ cause, consequences, cures, warnings });
    expect(said).not.toMatch(given.never ?? /crossgate-never/);
  });
});
