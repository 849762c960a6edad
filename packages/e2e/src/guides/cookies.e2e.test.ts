import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCors } from "@crossgate/core";
import { serve } from "@hono/node-server";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, launchChromium } from "../chromium.ts";

/** The API is on localhost; what the page is served from decides whether it is of the same site. */
const SAME_SITE = "localhost";
const CROSS_SITE = "127.0.0.1";
const COOKIES = [
  "strict=1; SameSite=Strict",
  "lax=1; SameSite=Lax",
  "unsaid=1",
  "none=1; SameSite=None; Secure",
  "insecure-none=1; SameSite=None",
];

describe.skipIf(!hasChromium())("docs/cookies-and-samesite.md, in Chromium", () => {
  let api: Server;
  let pages: Server;
  let browser: Browser;
  let page: Page;
  let profile: string;

  beforeAll(async () => {
    const cors = createCors({
      origin: ["http://localhost:*", "http://127.0.0.1:*"],
      credentials: true,
    });
    const fetch = cors.wrap((request: Request) =>
      request.url.endsWith("/sign-in")
        ? new Response(null, { headers: COOKIES.map((cookie) => ["set-cookie", cookie]) })
        : Response.json(request.headers.get("cookie")),
    );
    api = serve({ fetch, port: 0, hostname: "localhost" }) as Server;
    await once(api, "listening");
    pages = createServer((_, response) => response.end("a page")).listen(0);
    await once(pages, "listening");
    profile = profileWithThirdPartyCookies();
    browser = await launchChromium(`--user-data-dir=${profile}`);
    page = await browser.newPage();
    await page.goto(`http://localhost:${portOf(api)}/sign-in`);
  });

  afterAll(async () => {
    await browser?.close();
    pages?.close();
    api?.close();
    if (profile) rmSync(profile, { recursive: true, force: true });
  });

  /** The names of the cookies that came along. */
  async function sent(host: string, credentials: RequestCredentials): Promise<readonly string[]> {
    await page.goto(`http://${host}:${portOf(pages)}/`);
    const line = await page.evaluate(
      async (url, credentials) => (await fetch(url, { credentials })).json(),
      `http://localhost:${portOf(api)}/cookies`,
      credentials,
    );
    return line === null
      ? []
      : String(line)
          .split("; ")
          .map((pair) => pair.split("=")[0] ?? "");
  }

  it("sends every cookie that it kept to another origin of the same site", async () => {
    expect((await sent(SAME_SITE, "include")).toSorted()).toEqual([
      "lax",
      "none",
      "strict",
      "unsaid",
    ]);
  });

  it("sends to another site what says SameSite=None and Secure, and nothing else", async () => {
    expect(await sent(CROSS_SITE, "include")).toEqual(["none"]);
  });

  it("sends none where the page does not ask for it", async () => {
    expect(await sent(SAME_SITE, "same-origin")).toEqual([]);
  });
});

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Some builds of Chromium block third-party cookies before `SameSite` has a say. */
function profileWithThirdPartyCookies(): string {
  const folder = mkdtempSync(join(tmpdir(), "crossgate-chromium-"));
  mkdirSync(join(folder, "Default"));
  const preferences = { profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } };
  writeFileSync(join(folder, "Default", "Preferences"), JSON.stringify(preferences));
  return folder;
}
