import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { launchChromium } from "@crossgate/testkit/chromium";
import type { Page } from "puppeteer-core";

/** What a script asks for, as `fetch` takes it. */
export interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Pages of several origins in Chromium, all served from this machine. */
export interface Pages {
  /** Opens a page; its script sends the requests. What it gets of each: the body, or the error. */
  ask(origin: string, url: string, requests: readonly Asked[]): Promise<readonly string[]>;
  /** The same from a sandbox in that page, whose origin is opaque. */
  askFromSandbox(origin: string, url: string): Promise<string>;
  close(): Promise<void>;
}

const CERTIFICATE = new URL("../../../../cli/fixtures/localhost", import.meta.url);

/** Serves pages under their real names: the browser is told where these are. */
export async function openPages(origins: readonly string[]): Promise<Pages> {
  await using opening = new AsyncDisposableStack();
  const [cert, key] = ["crt", "key"].map((end) =>
    readFileSync(new URL(`${CERTIFICATE.href}.${end}`)),
  );
  const server = createServer({ cert, key }, (_, response) => {
    response.setHeader("content-type", "text/html").end("<!doctype html><title>a page</title>");
  }).listen(0, "127.0.0.1");
  opening.defer(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const rules = origins.map((origin) => `MAP ${new URL(origin).host}:443 127.0.0.1:${port}`);
  const browser = await launchChromium(
    "--ignore-certificate-errors",
    `--host-resolver-rules=${rules.join(",")}`,
  );
  opening.defer(() => browser.close());
  const opened = opening.move();
  return {
    async ask(origin, url, requests) {
      await using page = await visit(await browser.newPage(), origin);
      return await page.evaluate(askEach, url, [...requests]);
    },
    async askFromSandbox(origin, url) {
      await using page = await visit(await browser.newPage(), origin);
      return await page.evaluate(askInSandbox, url);
    },
    close: () => opened.disposeAsync(),
  };
}

async function visit(page: Page, origin: string): Promise<Page> {
  await page.goto(`${origin}/`);
  return page;
}

// These two run in the page.

async function askEach(url: string, requests: readonly Asked[]): Promise<string[]> {
  const outcomes: string[] = [];
  for (const request of requests) {
    outcomes.push(await fetch(url, request).then((response) => response.text(), String));
  }
  return outcomes;
}

function askInSandbox(url: string): Promise<string> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.srcdoc = `<script>fetch(${JSON.stringify(url)}).then((r) => r.text(), String).then((text) => parent.postMessage(text, "*"))</script>`;
  return new Promise((resolve) => {
    addEventListener("message", ({ data }) => resolve(String(data)), { once: true });
    document.body.append(frame);
  });
}
