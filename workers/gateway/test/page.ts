import { createServer } from "node:http";
import { launchChromium } from "@crossgate/testkit/chromium";
import type { Page } from "puppeteer-core";
import { listen } from "./upstream.ts";

/** What a script has of a response, or of its failure. */
export interface Had {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly error?: string;
}

/** Two pages of one site and another, in Chromium. */
export interface Pages {
  readonly allowed: string;
  readonly alsoAllowed: string;
  readonly denied: string;
  /** What a page's script gets. */
  ask(origin: string, url: URL, init?: RequestInit): Promise<Had>;
  open(origin: string): Promise<Page>;
  stop(): Promise<void>;
}

export async function startPages(): Promise<Pages> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>a page</title>");
  });
  const port = await listen(server);
  const browser = await launchChromium();
  const pages = new Map<string, Promise<Page>>();
  const visit = async (origin: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(origin);
    return page;
  };
  const open = (origin: string): Promise<Page> => {
    const page = pages.get(origin) ?? visit(origin);
    pages.set(origin, page);
    return page;
  };
  return {
    allowed: `http://localhost:${port}`,
    alsoAllowed: `http://also.localhost:${port}`,
    denied: `http://127.0.0.1:${port}`,
    open,
    async ask(origin, url, init = {}) {
      const page = await open(origin);
      return page.evaluate(askInPage, url.href, init);
    },
    async stop() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function askInPage(url: string, init: RequestInit): Promise<Had> {
  let had: Had = {};
  try {
    const response = await fetch(url, init);
    had = { status: response.status, headers: Object.fromEntries(response.headers) };
    return { ...had, body: await response.text() };
  } catch (error) {
    return { ...had, error: String(error) };
  }
}
