import { describe, expect, it } from "vitest";
import { dumpWire } from "../../test/dump-wire.ts";
import { clouds } from "../../test/questions/clouds.ts";
import type { QuestionCase } from "../../test/questions/question-case.ts";
import { servers } from "../../test/questions/servers.ts";
import { applications } from "../../test/questions/applications.ts";
import { inFront } from "../../test/questions/in-front.ts";
import { readGiven } from "../given/index.ts";
import { explainOver } from "./explain.ts";
import type { ExplainReport, Question } from "./report.ts";
import { readScene } from "./scene.ts";

const cases = [...clouds, ...servers, ...applications, ...inFront];

async function explained({ dumps, text }: QuestionCase): Promise<ExplainReport> {
  const given = readGiven(text);
  if (given?.url === undefined) throw new Error(`not read: ${text}`);
  const { connection: _, isPartial = false, kind, said: __, ...read } = given;
  const question: Question = { ...read, url: given.url, given: kind, sendUnsafe: !isPartial };
  const wire = dumpWire(dumps, given.url);
  return explainOver(question, readScene(question), wire, wire);
}

describe("public questions, and their accepted answers", () => {
  it.each(cases)("$name", async (asked) => {
    const { cause, cures, verdict } = await explained(asked);
    expect({ verdict, cause: cause?.code }).toEqual({ verdict: "blocked", cause: asked.cause });
    const [first] = cures;
    expect(first?.product).toBe(asked.product ?? first?.product);
    expect(first?.audience).toBe(asked.audience ?? first?.audience);
    expect(`${first?.where ?? ""}\n${first?.snippet ?? ""}`).toMatch(asked.cure ?? /^/);
    expect(cause?.explanation).toMatch(asked.says ?? /^/);
    expect(JSON.stringify(cures)).not.toMatch(asked.never ?? /crossgate-never/);
  });

  it("are more than eighty", () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
  });
});
