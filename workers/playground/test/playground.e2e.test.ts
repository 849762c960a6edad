import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserName, hasBrowser, launchBrowser, recordComplaints } from "./browsers.ts";
import { type Playground, servePlayground } from "./serve.ts";
import { describeAccess } from "./suites/access.ts";
import { describeAgreement } from "./suites/agreement.ts";
import type { Context } from "./suites/context.ts";
import { describeKeyboard } from "./suites/keyboard.ts";
import { describePaste } from "./suites/paste.ts";
import { describePolicy } from "./suites/policy.ts";
import { describePresets } from "./suites/presets.ts";
import { describeScene } from "./suites/scene.ts";
import { describeServer } from "./suites/server.ts";

const BROWSERS: readonly BrowserName[] = ["chromium", "firefox"];

let playground: Playground;

beforeAll(async () => {
  playground = await servePlayground();
});

afterAll(async () => playground?.stop());

describeServer(() => playground);

describe.each(BROWSERS.filter(hasBrowser))("in %s", (name) => {
  let opened: Context | undefined;

  beforeAll(async () => {
    const browser = await launchBrowser(name);
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    opened = { name, playground, browser, page, complaints: recordComplaints(page) };
  });

  afterAll(async () => opened?.browser.close());

  const context = (): Context => {
    if (opened === undefined) throw new Error(`${name} is not open`);
    return opened;
  };

  describePresets(context);
  describeAgreement(context);
  describePolicy(context);
  describeScene(context);
  describePaste(context);
  describeKeyboard(context);
  describeAccess(name, context);

  it("the Content-Security-Policy was never in the way, and nothing else was complained of", () => {
    expect(context().complaints).toEqual([]);
  });
});
