import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { presetsFor } from "../page/presets.ts";
import { type BrowserName, hasBrowser, launchBrowser, recordComplaints } from "./browsers.ts";
import { openPreset, settled } from "./playground-page.ts";
import { type Playground, servePlayground } from "./serve.ts";

const BROWSERS: readonly BrowserName[] = ["chromium", "firefox"];
const PRESETS = presetsFor("https://unimportant.example");

let playground: Playground;

beforeAll(async () => {
  playground = await servePlayground();
});

afterAll(async () => playground?.stop());

describe.each(BROWSERS.filter(hasBrowser))("the presets in %s", (name) => {
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    browser = await launchBrowser(name);
    page = await browser.newPage();
    complaints = recordComplaints(page);
    await page.goto(playground.page);
    await settled(page);
  });

  afterAll(async () => browser?.close());

  it("one has run before anything is clicked", async () => {
    expect(await settled(page)).toMatchObject({ outcome: "readable", observation: "same" });
  });

  it.each(PRESETS)("$id is $outcome, as predicted", async ({ id, outcome }) => {
    const shown = await openPreset(page, id);
    expect(shown).toMatchObject({ observation: "same", outcome });
  });

  it("nothing broke the Content-Security-Policy, and nothing else was complained of", () => {
    expect(complaints).toEqual([]);
  });
});
