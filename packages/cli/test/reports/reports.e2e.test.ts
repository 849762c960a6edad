import { explain, type ExplainReport, type Question } from "../../src/index.ts";
import { type Running, runListener } from "../running.ts";
import { describe, expect, it, onTestFinished } from "vitest";
import { cured } from "./cured.ts";
import { failures } from "./failures.ts";
import { layers } from "./layers.ts";
import { pages } from "./pages.ts";
import { products } from "./products.ts";
import { redirects } from "./redirects.ts";
import { listenerOf, type ReportCase } from "./report-case.ts";

const page = "http://localhost:3000";
const cases = [...redirects, ...failures, ...layers, ...products, ...pages];

/** The question of a case, with the address of its server. */
function questionOf({ question = {} }: ReportCase, { port }: Running): Question {
  const { url = "/data", origin = page } = question;
  const address = new URL(url, `http://localhost:${port}`);
  const isNamed = address.hostname.endsWith(".local");
  // A name that no one serves is this server's.
  if (isNamed) address.port = String(port);
  const connection = isNamed ? { resolve: [`${address.host}:127.0.0.1`] } : {};
  return { ...question, url: address.href, origin, connection };
}

async function ask(given: ReportCase): Promise<{ question: Question; report: ExplainReport }> {
  const running = await runListener(listenerOf(given, given.question?.origin ?? page));
  onTestFinished(running.stop);
  const question = questionOf(given, running);
  return { question, report: await explain(question) };
}

describe("what people reported", () => {
  it.each(cases)("$name", async (given) => {
    const { report } = await ask(given);
    const [first] = report.cures;
    expect({ verdict: report.verdict, cause: report.cause?.code ?? null }).toEqual({
      verdict: given.verdict,
      cause: given.cause,
    });
    const { snippet = /^/, ...who } = given.cure ?? {};
    expect({ ...first }).toMatchObject(who);
    expect(first?.snippet ?? "").toMatch(snippet);
    const { cause, consequences, cures, warnings } = report;
    expect(cause?.explanation ?? "").toMatch(given.says ?? /^/);
    const said = JSON.stringify({ cause, consequences, cures, warnings });
    expect(said).not.toMatch(given.never ?? /crossgate-never/);
  });

  it.each(cases.filter((given) => given.cured === true))(
    "$name: the first cure cures",
    async (given) => {
      const { question, report } = await ask(given);
      expect(report.verdict).toBe("blocked");
      const after = await cured(report, question, listenerOf(given, page));
      expect([given.name, after.verdict, after.cause?.headline]).toEqual([
        given.name,
        "readable",
        undefined,
      ]);
    },
  );
});
