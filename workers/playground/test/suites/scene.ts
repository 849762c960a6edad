import type { HTTPRequest } from "puppeteer-core";
import { beforeEach, describe, expect, it } from "vitest";
import { fill, freshPage, openPreset, openTab, settled, textsOf } from "../playground-page.ts";
import type { Context } from "./context.ts";

/** What the page makes of a scene: the address, what is observed and what is not, the mend. */
export function describeScene(context: () => Context): void {
  describe("a scene", () => {
    beforeEach(async () => freshPage(context()));

    it("is in the address, and “back” leads to the example before", async () => {
      const { page, browser } = context();
      await openPreset(page, "wildcard");
      await openPreset(page, "preflight");
      await fill(page, "#request-headers", "content-type: application/json\nx-demo: 1");
      await page.waitForFunction(() => location.hash.includes("x-demo"));
      const shared = page.url();
      const shown = await settled(page);
      await page.goBack();
      await page.waitForSelector('[data-preset="wildcard"][aria-current]');
      const other = await browser.newPage();
      await other.goto(shared);
      expect(await settled(other)).toEqual(shown);
      expect(
        await other.$eval("#request-headers", (area) => (area as HTMLTextAreaElement).value),
      ).toBe("content-type: application/json\nx-demo: 1");
      await other.close();
      await page.bringToFront();
    });

    it("of another page's origin is predicted, and nothing is said to be observed", async () => {
      const { page } = context();
      await openPreset(page, "simple");
      await fill(page, "#page-origin", "https://partner.example");
      const shown = await settled(page);
      expect(shown).toMatchObject({ outcome: "blocked", observation: "not-asked" });
      expect(shown.text).toContain("can only be predicted");
    });

    it("with a RegExp that a shared server must not run is still predicted", async () => {
      const { page } = context();
      await openPreset(page, "simple");
      await fill(page, "#field-origin", "/^https?:\\/\\/(?:[a-z]+\\.)*localhost:\\d+$/");
      const shown = await settled(page);
      expect(shown).toMatchObject({ outcome: "readable", observation: "not-asked" });
      expect(shown.text).toContain("may take a server too long");
    });

    it("whose server can't be reached is not called CORS", async () => {
      const { page, playground } = context();
      await page.setRequestInterception(true);
      const refuse = (request: HTTPRequest): void => {
        void (request.url().startsWith(playground.api) ? request.abort() : request.continue());
      };
      page.on("request", refuse);
      await openPreset(page, "another");
      const shown = await settled(page);
      page.off("request", refuse);
      await page.setRequestInterception(false);
      expect(shown.observation).toBe("differs");
      expect(shown.text).toContain("Your browser reached no one.");
    });

    it("that is blocked offers a change that mends it", async () => {
      const { page } = context();
      expect(await openPreset(page, "refused")).toMatchObject({ outcome: "blocked" });
      await page.$eval(".mend", (button) => button.scrollIntoView({ block: "end" }));
      await page.click(".mend");
      await page.waitForSelector('.verdict[data-outcome="readable"]');
      expect(await settled(page)).toMatchObject({ outcome: "readable", observation: "same" });
      const focused = await page.evaluate(() => {
        const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? {};
        const isSeen = top !== undefined && top >= 0 && (bottom ?? 0) <= innerHeight;
        return [document.activeElement?.className, isSeen];
      });
      expect(focused).toEqual(["headline", true]);
    });

    it("whose script makes a mistake is not called blocked", async () => {
      const { page } = context();
      await openPreset(page, "simple");
      await fill(page, "#request-headers", "bad name: 1");
      await page.waitForSelector('.verdict[data-observation="none"]');
      const { outcome, text } = await settled(page);
      expect(outcome).toBe("none");
      expect(text).toContain("this is not CORS");
      expect(text).not.toMatch(/blocked/iu);
    });

    it("tells the mistakes of the server that is in use, and not of the other one", async () => {
      const { page } = context();
      await openPreset(page, "simple");
      await openTab(page, "code");
      await fill(page, "#policy-code", '{ origin: "https://Example.com/" }');
      await openTab(page, "by-hand");
      await fill(page, "#by-hand", "no colon");
      await page.waitForSelector('.verdict[data-observation="none"]');
      const { text } = await settled(page);
      expect(text).toContain("no colon");
      expect(text).not.toContain("Example.com");
    });

    it("with credentials carries its cookie the second time", async () => {
      const { page } = context();
      await openPreset(page, "credentials");
      await page.$eval(".actions button", (button) => (button as HTMLElement).click());
      await page.waitForFunction(() =>
        document.querySelector(".echo pre")?.textContent?.includes("cookie: visits="),
      );
      expect(await settled(page)).toMatchObject({ observation: "same" });
      const lane = await page.$$eval(".message pre", (blocks) => blocks.at(-1)?.textContent ?? "");
      const [, visits] =
        /cookie: visits=(\d+)/u.exec(
          await page.$eval(".echo pre", (block) => block.textContent ?? ""),
        ) ?? [];
      expect(lane).toContain(`"visits":${Number(visits) + 1}`);
    });

    it("links to a page about its error, and that to the scene which shows it", async () => {
      const { page } = context();
      await openPreset(page, "wildcard");
      await Promise.all([page.waitForNavigation(), page.click(".names a")]);
      expect(new URL(page.url()).pathname).toBe("/errors/acao-wildcard-credentials");
      await Promise.all([page.waitForNavigation(), page.click('footer a[href^="/#"]')]);
      expect(await settled(page)).toMatchObject({ outcome: "blocked", observation: "same" });
      expect(await textsOf(page, ".names a")).toContain("acao-wildcard-credentials");
    });
  });
}
