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
import { hasChromium, launchChromium } from "@crossgate/testkit/chromium";

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
    const handler = (request: Request): Response => {
      const { pathname, searchParams } = new URL(request.url);
      const setting = pathname === "/sign-in" ? COOKIES : searchParams.getAll("set");
      const headers = setting.map((cookie): [string, string] => ["set-cookie", cookie]);
      return Response.json(request.headers.get("cookie"), { headers });
    };
    const guarded = cors.wrap(handler);
    const fetch = (request: Request): Response | Promise<Response> =>
      request.url.includes("/unguarded") ? handler(request) : guarded(request);
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

  /** The names of the cookies that came along, or how the page failed. */
  async function sent(
    host: string,
    credentials: RequestCredentials,
    path = "/cookies",
  ): Promise<readonly string[] | string> {
    await page.goto(`http://${host}:${portOf(pages)}/`);
    const line = await page.evaluate(
      (url, credentials) =>
        fetch(url, { credentials }).then(
          (response) => response.json() as Promise<string | null>,
          (error: unknown) => ({ error: String(error) }),
        ),
      `http://localhost:${portOf(api)}${path}`,
      credentials,
    );
    if (line === null) return [];
    if (typeof line !== "string") return line.error;
    return line
      .split("; ")
      .map((pair) => pair.split("=")[0] ?? "")
      .toSorted();
  }

  it("sends every cookie that it kept to another origin of the same site", async () => {
    expect(await sent(SAME_SITE, "include")).toEqual(["lax", "none", "strict", "unsaid"]);
  });

  it("sends to another site what says SameSite=None and Secure, and nothing else", async () => {
    expect(await sent(CROSS_SITE, "include")).toEqual(["none"]);
  });

  it("sends none where the page does not ask for it", async () => {
    expect(await sent(SAME_SITE, "same-origin")).toEqual([]);
  });

  it("keeps no cookie of an answer that was asked for without credentials", async () => {
    expect(await sent(SAME_SITE, "same-origin", "/cookies?set=uninvited=1")).toEqual([]);
    expect(await sent(SAME_SITE, "include")).not.toContain("uninvited");
  });

  it("keeps the cookie of an answer that the page may not read", async () => {
    const outcome = await sent(SAME_SITE, "include", "/unguarded?set=kept=1");
    expect(outcome).toBe("TypeError: Failed to fetch");
    expect(await sent(SAME_SITE, "include")).toContain("kept");
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
