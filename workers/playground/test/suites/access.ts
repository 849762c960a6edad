import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { fill, freshPage, openPreset, openTab, settled } from "../playground-page.ts";
import type { BrowserName } from "../browsers.ts";
import type { Context } from "./context.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A directory for pictures of the page; without it none is taken. */
const PICTURES = process.env["SCREENSHOTS"];

/** Chromium can be told what its user prefers; Firefox is started as one who prefers dark. */
const SCHEMES = { chromium: ["light", "dark"], firefox: ["dark"] } as const;
const WIDTHS = [320, 800, 1280] as const;

/** What the page looks like when it shows most of what it can show. */
const STATES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  readable: (page) => openPreset(page, "preflight"),
  blocked: async (page) => {
    await openPreset(page, "wildcard");
    await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
  },
  refused: async (page) => {
    await openPreset(page, "simple");
    await fill(page, "#field-origin", "https://Example.com/\n*");
    await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
    return settled(page);
  },
  pasted: async (page) => {
    await openPreset(page, "simple");
    await fill(page, "#paste", "curl -X PUT 'https://api.example.com/' -H 'x-demo: 1'");
    await page.waitForSelector(".understood .command");
    await openTab(page, "nginx");
    return settled(page);
  },
  code: async (page) => {
    await openPreset(page, "credentials");
    await openTab(page, "code");
  },
  article: (page) => page.goto(new URL("/errors/acao-missing", page.url()).href),
};

/** For eyes, ears and fingers: contrast, names, landmarks, width. */
export function describeAccess(browser: BrowserName, context: () => Context): void {
  describe("everyone can use it", () => {
    it.each(SCHEMES[browser])("in %s", async (scheme) => {
      const { page } = context();
      if (browser === "chromium") {
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      }
      await freshPage(context());
      for (const [state, show] of Object.entries(STATES)) {
        await page.setViewport({ width: 1280, height: 800 });
        await show(page);
        for (const width of WIDTHS) {
          await page.setViewport({ width, height: 800 });
          expect(await overflow(page)).toBe(0);
          expect(await isDark(page)).toBe(scheme === "dark");
          expect(await violations(page)).toEqual([]);
          if (PICTURES !== undefined) {
            const path = `${PICTURES}/${browser}-${state}-${scheme}-${width}.png` as const;
            await page.screenshot({ path, fullPage: true });
          }
        }
      }
      await page.setViewport({ width: 1280, height: 800 });
    });

    it.runIf(browser === "chromium")("what is chosen is seen in forced colours", async () => {
      const { page } = context();
      await freshPage(context());
      await openPreset(page, "simple");
      const devtools = await page.createCDPSession();
      const features = [{ name: "forced-colors", value: "active" }];
      await devtools.send("Emulation.setEmulatedMedia", { features });
      expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
      const chosen = await colours(
        page,
        '[role="tab"][aria-selected="true"], [aria-current="true"]',
      );
      const others = await colours(
        page,
        '[role="tab"][aria-selected="false"], [data-preset]:not([aria-current])',
      );
      expect(chosen.length).toBeGreaterThan(2);
      expect(chosen.filter((each) => others.includes(each))).toEqual([]);
      if (PICTURES !== undefined) {
        await page.screenshot({
          path: `${PICTURES}/${browser}-forced-colours.png`,
          fullPage: true,
        });
      }
      await devtools.send("Emulation.setEmulatedMedia", { features: [] });
      await devtools.detach();
    });
  });
}

/** Background and text of all elements that match. */
async function colours(page: Page, selector: string): Promise<readonly string[]> {
  return page.$$eval(selector, (elements) =>
    elements.map((element) => {
      const { backgroundColor, color } = getComputedStyle(element);
      return `${color} on ${backgroundColor}`;
    }),
  );
}

async function isDark(page: Page): Promise<boolean> {
  return page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** What axe-core finds, of any weight, as rule and place. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  if (results.passes.length < 20) throw new Error("axe-core has looked at nothing");
  return results.violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${impact}: ${id}: ${target.join(" ")} ${failureSummary}`,
    ),
  );
}
