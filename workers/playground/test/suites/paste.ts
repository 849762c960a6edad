import { beforeEach, describe, expect, it } from "vitest";
import { servePage } from "../newcomer.ts";
import { serveSnippet } from "../snippet-server.ts";
import { fill, freshPage, openTab, settled, textsOf } from "../playground-page.ts";
import type { Context } from "./context.ts";

/** As each browser writes it about a page on the playground's own origin. */
const LINES: Readonly<Record<Context["name"], (origin: string) => string>> = {
  chromium: (origin) =>
    `Access to fetch at 'http://localhost:3000/api/hello' from origin '${origin}' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
  firefox: () =>
    "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:3000/api/hello. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.",
};

/** The box at the top: what someone has in hand who comes here. */
export function describePaste(context: () => Context): void {
  describe("what is pasted", () => {
    beforeEach(async () => freshPage(context()));

    it("a console line becomes the scene, and the command that asks the real server", async () => {
      const { page, playground, name } = context();
      const line = LINES[name](playground.page);
      await fill(page, "#paste", `app.js:7 ${line}`);
      await page.waitForSelector(".understood .command");
      expect(await settled(page)).toMatchObject({ outcome: "blocked", observation: "same" });
      const [command = ""] = await textsOf(page, ".understood .command");
      expect(command.replaceAll(String.raw`'\''`, "'")).toBe(
        `npx crossgate explain 'app.js:7 ${line}'`,
      );
    });

    it("the headers of a response are checked as they stand", async () => {
      const { page, playground } = context();
      const block = `HTTP/2 200\ncontent-type: application/json\naccess-control-allow-origin: ${playground.page}`;
      await fill(page, "#paste", block);
      await page.waitForSelector('.verdict[data-outcome="readable"]');
      expect(await settled(page)).toMatchObject({ outcome: "readable", observation: "same" });
      expect(await textsOf(page, ".understood .command")).toEqual([]);
    });

    it("anything else is told what to copy", async () => {
      const { page } = context();
      await fill(page, "#paste", "it does not work");
      await page.waitForSelector(".understood p");
      expect(await textsOf(page, ".understood p")).toEqual([
        expect.stringContaining("none of these"),
      ]);
    });

    it("a newcomer reads the cause, starts Express with the snippet, and can read", async () => {
      const { page, browser, name } = context();
      const visited = await servePage();
      await fill(page, "#paste", LINES.chromium(visited.origin));
      await page.waitForSelector(".understood .command");
      expect(await settled(page)).toMatchObject({ outcome: "blocked", observation: "not-asked" });
      const [fix = ""] = await textsOf(page, ".reason .fix");
      expect(fix).toContain(visited.origin);
      await openTab(page, "express");
      const [code = ""] = await textsOf(page, ".snippets pre");
      const served = await serveSnippet({ host: "express", code }, `walk-${name}`);
      const visitor = await browser.newPage();
      try {
        await visitor.goto(visited.origin);
        const read = await visitor.evaluate(async (url) => {
          const headers = { "content-type": "application/json" };
          const response = await fetch(url, { method: "POST", headers, body: "{}" });
          return response.text();
        }, `${served.url}/api/hello`);
        expect(read).toBe('{"data":"hello world"}');
      } finally {
        await visitor.close();
        await page.bringToFront();
        await Promise.all([served.stop(), visited.stop()]);
      }
    });
  });
}
