import { hasChromium } from "@crossgate/testkit/chromium";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explain, type ExplainReport } from "../src/index.ts";
import { type Chromium, openChromium } from "./chromium.ts";
import { type ExplainCase, explainCases } from "./explain-cases.ts";
import { hasProgram } from "./program.ts";
import { type Running, runListener } from "./running.ts";

describe.skipIf(!hasChromium())("explain, beside real Chromium", () => {
  let site: Running;
  let origin: string;
  let chromium: Chromium;

  beforeAll(async () => {
    site = await runListener((_, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>page</title>");
    });
    origin = `http://127.0.0.1:${site.port}`;
    chromium = await openChromium(origin);
  });

  afterAll(async () => {
    await chromium?.close();
    await site?.stop();
  });

  const playable = explainCases.filter(({ needs }) => !needs || hasProgram(needs, "a server"));

  it.each(playable)("$name", async ({ server, chromium: name, init, broken, mended }) => {
    const before = await ask(await broken(origin), init);
    expect(before.report).toMatchObject({
      verdict: "blocked",
      cures: expect.arrayContaining([expect.objectContaining({ product: server })]),
      failure: { chromium: name },
    });
    expect(before.observed).toEqual({ verdict: "blocked", errors: [name] });

    const snippet = before.report.cures.find(({ product }) => product === server)?.snippet ?? "";
    const after = await ask(await mended(snippet), init);
    expect(after.report).toMatchObject({ verdict: "readable", failure: null });
    expect(after.observed).toEqual({ verdict: "readable", errors: [] });
  });

  /** The same request, told and really made. */
  async function ask(
    { port, stop }: Running,
    init: ExplainCase["init"],
  ): Promise<{ report: ExplainReport; observed: Awaited<ReturnType<Chromium["fetch"]>> }> {
    const url = `http://127.0.0.1:${port}/data`;
    const headers = Object.entries(init.headers ?? {});
    try {
      const report = await explain({ ...init, url, origin, headers });
      return { report, observed: await chromium.fetch(url, init) };
    } finally {
      await stop();
    }
  }
});
