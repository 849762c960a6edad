import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { freshPolicy, settled } from "../playground-page.ts";
import type { Context } from "./context.ts";

/** More than the page has places to stop at. */
const MOST_STOPS = 80;

interface Stop {
  readonly id: string;
  readonly isSeen: boolean;
}

/** Everything by keyboard alone. */
export function describeKeyboard(context: () => Context): void {
  describe("the keyboard", () => {
    it("reaches everything, in order, visibly, and gets out again", async () => {
      const { page } = context();
      await freshPolicy(context());
      const stops = await walk(page);
      const ids = stops.map(({ id }) => id);
      expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const landmarks = [
        "preset simple",
        "preset sandbox",
        "Send again",
        "page-origin",
        "request-headers",
      ];
      const later = [
        "policy",
        "form",
        "field-origin",
        "field-maxAge",
        "Seldom needed",
        "hono",
        "Copy",
      ];
      const seen = [...landmarks, ...later].map((id) => ids.indexOf(id));
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      expect(seen).not.toContain(-1);
    });

    it("follows a preset, changes the policy and chooses a tab", async () => {
      const { page } = context();
      await freshPolicy(context());
      await tabTo(page, "preset hidden");
      await page.keyboard.press("Enter");
      await page.waitForSelector('[data-preset="hidden"][aria-current]');
      expect(await settled(page)).toMatchObject({ outcome: "readable", observation: "same" });
      await tabTo(page, "form");
      await page.keyboard.press("ArrowRight");
      expect(await focused(page)).toMatchObject({ id: "code" });
      await page.keyboard.press("Home");
      await tabTo(page, "field-origin");
      await page.keyboard.down("Control");
      await page.keyboard.press("a");
      await page.keyboard.up("Control");
      await page.keyboard.type("https://partner.example");
      await page.waitForSelector('.verdict[data-outcome="blocked"]');
      expect(await settled(page)).toMatchObject({ outcome: "blocked", observation: "same" });
    });
  });
}

/** Tab by tab through the page, until the focus leaves it. */
async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (stop === undefined || stop.id === stops[0]?.id) return stops;
    stops.push(stop);
  }
  throw new Error(`no way out after ${MOST_STOPS} stops`);
}

async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page))?.id === id) return;
  }
  throw new Error(`${id} is not reached`);
}

/** Where the focus is, and whether that can be seen. */
async function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { preset, tab } = element.dataset;
    const text = element.textContent?.trim().slice(0, 40) ?? "";
    const named = preset === undefined ? (tab ?? element.id) : `preset ${preset}`;
    const isSeen = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    return { id: named === "" ? text || element.tagName : named, isSeen };
  });
}
