import { once } from "node:events";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, launchChromium } from "./chromium.ts";
import { type Server, startServer } from "./server.ts";
import { recordWire, type WireRequest } from "./wire.ts";

const installed = (path: string): string =>
  fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url));

/** What runs each example, as its own start script says. */
const EXAMPLES = [
  ["fetch", [process.execPath]],
  // Not Deno's launcher, which would end without it.
  ["deno", [installed("deno/deno"), "run", "--allow-net", "--allow-env=PORT"]],
  ["bun", [installed(".bin/bun")]],
  ["cloudflare", [process.execPath, fileURLToPath(new URL("./serve-worker.ts", import.meta.url))]],
] as const;

const PUT = {
  method: "PUT",
  headers: { "content-type": "application/json" },
  body: '{"text":"hello"}',
};

describe.skipIf(!hasChromium()).each(EXAMPLES)("the %s example in Chromium", (name, command) => {
  let server: Server;
  let pages: HttpServer;
  let browser: Browser;
  let page: Page;
  let wire: readonly WireRequest[];

  beforeAll(async () => {
    server = await startServer(`examples/${name}/src/server.ts`, "/api/hello", command);
    pages = createServer((_, response) => response.end("a page")).listen(0, "127.0.0.1");
    await once(pages, "listening");
    browser = await launchChromium();
    page = await browser.newPage();
    wire = await recordWire(page);
  });

  afterAll(async () => {
    await browser?.close();
    pages?.close();
    await server?.stop();
  });

  /** One server, two origins: by its name it is in the policy, by its address it is not. */
  async function open(host: "localhost" | "127.0.0.1"): Promise<void> {
    await page.goto(`http://${host}:${(pages.address() as AddressInfo).port}/`);
  }

  async function ask(init: RequestInit = {}): Promise<unknown> {
    const url = `http://127.0.0.1:${server.port}/api/hello`;
    return page.evaluate(
      async (url, init) => {
        try {
          const response = await fetch(url, init);
          return [await response.json(), response.headers.has("x-request-id")];
        } catch (error) {
          return String(error);
        }
      },
      url,
      init,
    );
  }

  it("is read by a page of an allowed origin, the exposed header too", async () => {
    await open("localhost");
    expect(await ask()).toEqual([{ data: "hello world" }, true]);
  });

  it("is written by it, after a preflight", async () => {
    await open("localhost");
    expect(await ask(PUT)).toEqual([{ received: { text: "hello" } }, false]);
    expect(wire).toContainEqual(
      expect.objectContaining({ method: "OPTIONS", preflight: true, status: 204 }),
    );
  });

  it("is neither read nor written by a page of another origin", async () => {
    await open("127.0.0.1");
    expect(await ask()).toBe("TypeError: Failed to fetch");
    const last = (): WireRequest | undefined => wire.findLast(({ path }) => path === "/api/hello");
    await expect.poll(() => last()?.corsError).toBe("MissingAllowOriginHeader");
    expect(await ask(PUT)).toBe("TypeError: Failed to fetch");
    expect(wire).toContainEqual(
      expect.objectContaining({ method: "OPTIONS", preflight: true, status: 403 }),
    );
  });
});
