import { hasChromium, launchChromium } from "@crossgate/testkit/chromium";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConsole } from "../src/given/index.ts";
import { explain } from "../src/index.ts";
import { type Running, runListener } from "./running.ts";

/** What a page does, and the way in which it thereby asks. */
const doings: readonly (readonly [as: string, script: (url: string) => string])[] = [
  ["fetch", (url) => `fetch("${url}").catch(() => {})`],
  ["fetch, preflighted", (url) => `fetch("${url}", { method: "PUT" }).catch(() => {})`],
  [
    "fetch with a header",
    (url) => `fetch("${url}", { headers: { "x-trace": "1" } }).catch(() => {})`,
  ],
  ["fetch with cookies", (url) => `fetch("${url}", { credentials: "include" }).catch(() => {})`],
  ["xhr", (url) => `{ const x = new XMLHttpRequest(); x.open("GET", "${url}"); x.send(); }`],
  ["image", (url) => `{ const i = new Image(); i.crossOrigin = "anonymous"; i.src = "${url}"; }`],
  [
    "script",
    (url) =>
      `{ const s = document.createElement("script"); s.crossOrigin = "anonymous"; s.src = "${url}"; document.head.append(s); }`,
  ],
  [
    "module",
    (url) =>
      `{ const s = document.createElement("script"); s.type = "module"; s.src = "${url}"; document.head.append(s); }`,
  ],
  [
    "style",
    (url) =>
      `{ const l = document.createElement("link"); l.rel = "stylesheet"; l.crossOrigin = "anonymous"; l.href = "${url}"; document.head.append(l); }`,
  ],
  ["font", (url) => `new FontFace("x", "url(${url})").load().catch(() => {})`],
  ["eventsource", (url) => `new EventSource("${url}")`],
];

describe.skipIf(!hasChromium())("what real Chromium writes into its console", () => {
  let site: Running;
  let api: Running;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await runListener((_, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>page</title>");
    });
    api = await runListener(({ url }, response) => {
      if (url?.includes("cookies")) response.setHeader("access-control-allow-origin", "*");
      response.end("data");
    });
    browser = await launchChromium();
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${site.port}`);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await api?.stop();
  });

  it.each(doings)("is understood, asked about, and explained alike: %s", async (as, script) => {
    const url = `http://127.0.0.1:${api.port}/${encodeURIComponent(as.replaceAll(" ", "-"))}`;
    const line = await consoleLine(script(url));
    const given = readConsole(line);
    const origin = `http://127.0.0.1:${site.port}`;
    expect(given).toMatchObject({ kind: "console", profile: "chromium", url, origin });
    const question = { ...given, url, connection: undefined };
    const { failure, verdict } = await explain({ ...question, given: "console" });
    expect(verdict).toBe("blocked");
    // Chromium calls a module a script, and a header's or a method's preflight fails by its origin here.
    expect(failure?.message.replace(/ at .*?from/, "")).toBe(line.replace(/ at .*?from/, ""));
  });

  /** The line that a script makes the browser write. */
  async function consoleLine(script: string): Promise<string> {
    const written = new Promise<string>((resolve) => {
      page.on("console", (message) => {
        const text = message.text();
        if (text.includes("blocked by CORS policy")) resolve(text);
      });
    });
    await page.evaluate(script);
    const line = await written;
    page.removeAllListeners("console");
    return line;
  }
});
