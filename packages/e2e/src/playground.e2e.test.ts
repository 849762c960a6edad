import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, launchChromium } from "./chromium.ts";
import { type Server, startServer } from "./server.ts";
import { recordWire, type WireRequest } from "./wire.ts";

/** A directory for pictures of the page; without it none is taken. */
const PICTURES = process.env["SCREENSHOTS"];

describe.skipIf(!hasChromium())("the playground in Chromium", () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  let api: string;
  let wire: readonly WireRequest[];
  const messages: string[] = [];

  beforeAll(async () => {
    server = await startServer("workers/playground/serve/start.ts", "/api/hello");
    browser = await launchChromium();
    page = await browser.newPage();
    page.on("console", (message) => messages.push(message.text()));
    page.on("pageerror", (error) => messages.push(String(error)));
    wire = await recordWire(page);
    api = `http://127.0.0.1:${server.port}/api`;
    await page.goto(`http://localhost:${server.port}/`);
    await page.waitForFunction(everyScenarioEnded);
  });

  afterAll(async () => {
    if (PICTURES !== undefined && page) await takePictures(page, PICTURES);
    await browser?.close();
    await server?.stop();
  });

  async function shown(scenario: string): Promise<{ outcome: string; text: string }> {
    return page.$eval(`[data-scenario="${scenario}"]`, (article) => ({
      outcome: (article as HTMLElement).dataset["outcome"] ?? "",
      text: (article as HTMLElement).innerText,
    }));
  }

  async function ask(path: string, init: RequestInit = {}): Promise<string> {
    return page.evaluate(
      async (url, init) => {
        try {
          return await (await fetch(url, init)).text();
        } catch (error) {
          return String(error);
        }
      },
      api + path,
      init,
    );
  }

  it("reads the simple request", async () => {
    const { outcome, text } = await shown("simple");
    expect(outcome).toBe("readable");
    expect(text).toContain('{"data":"hello world"}');
    expect(text).toContain(`access-control-allow-origin: http://localhost:${server.port}`);
    expect(await ask("/hello")).toBe('{"data":"hello world"}');
  });

  it("is refused the answer that is for another origin, though the server gave it", async () => {
    const { outcome, text } = await shown("denied");
    expect(outcome).toBe("blocked");
    expect(text).toContain("TypeError: Failed to fetch");
    expect(text).toContain("access-control-allow-origin: https://partner.example");
    expect(text).not.toContain("for our partner");
    expect(await ask("/partner")).toBe("TypeError: Failed to fetch");
    const sent = (): WireRequest | undefined => wire.find(({ path }) => path === "/api/partner");
    await expect.poll(() => sent()?.corsError).toBe("AllowOriginMismatch");
    expect(sent()).toMatchObject({ method: "GET", preflight: false });
  });

  it("asks with a preflight before it posts JSON", async () => {
    const { outcome, text } = await shown("preflight");
    expect(outcome).toBe("readable");
    expect(text).toContain('{"received":{"text":"hello"}}');
    expect(text).toContain("access-control-request-method: POST");
    expect(text).toContain("access-control-request-headers: content-type");
    const sent = wire.filter(({ path }) => path === "/api/messages");
    expect(sent).toContainEqual({
      method: "OPTIONS",
      path: "/api/messages",
      preflight: true,
      status: 204,
    });
    expect(sent).toContainEqual({
      method: "POST",
      path: "/api/messages",
      preflight: false,
      status: 200,
    });
  });

  it("does not send what its preflight was not granted", async () => {
    expect(await ask("/messages", { method: "DELETE" })).toBe("TypeError: Failed to fetch");
    const sent = (): WireRequest | undefined => wire.find(({ method }) => method === "DELETE");
    await expect.poll(() => sent()?.corsError).toBe("MethodDisallowedByPreflightResponse");
    expect(sent()?.status).toBeUndefined();
  });

  it("carries a cookie with credentials, and only then", async () => {
    const { outcome, text } = await shown("credentials");
    expect(outcome).toBe("readable");
    expect(text).toContain("cookie: visits=1");
    expect(text).toContain("access-control-allow-credentials: true");
    expect(text).toContain('{"visits":2}');
    expect(await ask("/visits")).toBe('{"visits":1}');
  });

  it("sends again on request", async () => {
    await page.click('[data-scenario="credentials"] button');
    await page.waitForFunction(everyScenarioEnded);
    expect((await shown("credentials")).text).toContain('{"visits":4}');
  });

  it("runs within its Content-Security-Policy, and complains about CORS alone", () => {
    const blocked = /blocked by CORS policy|net::ERR_FAILED/u;
    expect(messages.filter((message) => !blocked.test(message))).toEqual([]);
    expect(messages.some((message) => blocked.test(message))).toBe(true);
  });

  it("fits a phone", async () => {
    await page.setViewport({ width: 360, height: 740 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});

function everyScenarioEnded(): boolean {
  const outcomes = [...document.querySelectorAll<HTMLElement>("[data-scenario]")].map(
    ({ dataset }) => dataset["outcome"],
  );
  return outcomes.every((outcome) => outcome === "readable" || outcome === "blocked");
}

async function takePictures(page: Page, directory: string): Promise<void> {
  for (const scheme of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const width of [1100, 390]) {
      await page.setViewport({ width, height: 800 });
      await page.screenshot({ path: `${directory}/${scheme}-${width}.png`, fullPage: true });
    }
  }
}
