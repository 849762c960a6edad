import { beforeAll, describe, expect, it } from "vitest";
import { presetsFor } from "../../page/presets.ts";
import { freshPage, openPreset, settled } from "../playground-page.ts";
import type { Context } from "./context.ts";

const PRESETS = presetsFor("https://unimportant.example");

/** Every preset, predicted by the model and done by the browser. */
export function describePresets(context: () => Context): void {
  describe("a preset", () => {
    beforeAll(async () => freshPage(context()));

    it("has run before anything is clicked: the article's blocked request", async () => {
      const { page } = context();
      expect(await settled(page)).toMatchObject({ outcome: "blocked", observation: "same" });
      expect(await page.$eval(".verdict .console", (line) => line.textContent)).toMatch(
        /No 'Access-Control-Allow-Origin' header|Access-Control-Allow-Origin.{1,3}missing|CORS/u,
      );
    });

    it("is in the article's order, numbered, with a short link and its own title", async () => {
      const { page } = context();
      const texts = await page.$$eval("[data-preset]", (links) =>
        links.map((link) => [link.textContent, link.getAttribute("href")]),
      );
      expect(texts).toEqual(
        PRESETS.map(({ id, name }, index) => [`${index + 1}. ${name}`, `#${id}`]),
      );
      const titles = new Set<string>();
      for (const { id } of PRESETS) {
        await openPreset(page, id);
        expect(new URL(page.url()).hash).toBe(`#${id}`);
        titles.add(await page.title());
      }
      expect(titles.size).toBe(PRESETS.length);
    });

    it("tells the verdict, the console line, why and the cure, and then the messages", async () => {
      const { page } = context();
      await openPreset(page, "another");
      const order = [
        ".verdict .headline",
        ".verdict .console",
        ".reason .fix",
        ".reason .mend",
        ".lanes",
      ];
      const tops = await page.evaluate(
        (selectors) =>
          selectors.map((each) => document.querySelector(each)?.getBoundingClientRect().top ?? -1),
        order,
      );
      expect(tops).toEqual(tops.toSorted((one, other) => one - other));
      expect(tops).not.toContain(-1);
    });

    it.each(PRESETS)("$id is $outcome, as predicted", async ({ id, outcome }) => {
      const shown = await openPreset(context().page, id);
      expect(shown).toMatchObject({ observation: "same", outcome });
    });
  });
}
