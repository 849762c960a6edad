import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, launchChromium } from "@crossgate/testkit/chromium";

const fromTop = (path: string): string =>
  fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

const HOSTS = [
  // Not Deno's launcher, which would end without it.
  ["deno", [fromTop("node_modules/deno/deno"), "run", "--allow-all"]],
  ["bun", [fromTop("node_modules/.bin/bun")]],
] as const;

/** A handshake carries no Sec-Fetch-Site, and only a browser shows what it does carry. */
describe.skipIf(!hasChromium()).each(HOSTS)(
  "a WebSocket of Chromium to %s under refuseDenied (R9)",
  (host, [program, ...args]) => {
    let started: ChildProcess;
    let own: string;
    let other: Server;
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      started = spawn(program, [...args, fromTop(`packages/${host}/fixtures/server.ts`)], {
        env: { ...process.env, DENO_SERVE_ADDRESS: "tcp:127.0.0.1:0" },
        stdio: ["ignore", "pipe", "ignore"],
      });
      own = await placeOf(started, "refusing");
      other = createServer((_, response) => response.end("a page")).listen(0, "127.0.0.1");
      await once(other, "listening");
      browser = await launchChromium();
      page = await browser.newPage();
    });

    afterAll(async () => {
      await browser?.close();
      other?.close();
      started?.kill();
    });

    /** What comes back over the socket, or how it ended. */
    async function echo(from: string): Promise<string> {
      await page.goto(from);
      return page.evaluate(
        (url) =>
          new Promise<string>((resolve) => {
            const socket = new WebSocket(url);
            socket.addEventListener("open", () => socket.send("hello"));
            socket.addEventListener("message", ({ data }) => resolve(String(data)));
            socket.addEventListener("close", () => resolve("closed"));
          }),
        `${own.replace("http", "ws")}/socket`,
      );
    }

    it("connects and echoes from a page of the server itself", async () => {
      expect(await echo(`${own}/a-page`)).toBe("echo hello");
    });

    it("is refused from a page of another origin", async () => {
      const { port } = other.address() as AddressInfo;
      expect(await echo(`http://127.0.0.1:${port}/`)).toBe("closed");
    });
  },
);

/** A fixture says where its servers are on a line of JSON. */
async function placeOf({ stdout }: ChildProcess, server: string): Promise<string> {
  for await (const line of stdout ? createInterface(stdout) : []) {
    if (!line.startsWith("{")) continue;
    const places: Readonly<Record<string, string>> = JSON.parse(line);
    return places[server] ?? "";
  }
  throw new Error("the fixture ended before it listened");
}
