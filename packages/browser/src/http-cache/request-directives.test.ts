import { describe, expect, it } from "vitest";
import { createBrowser } from "../create-browser.ts";
import type { Page } from "../page.ts";
import type { Profile } from "../profile.ts";
import { createHttpCache } from "./http-cache.ts";

const url = "https://myapp.com/data";

interface Asked {
  readonly page: Page;
  readonly pass: (seconds: number) => void;
  /** How many requests reached the server. */
  readonly sent: () => number;
}

/** A page of an app that caches by its own lines, whatever the method. */
function pageOf(profile: Profile, lines: Readonly<Record<string, string>>, status = 200): Asked {
  let [now, count] = [0, 0];
  const browser = createBrowser({
    profile,
    now: () => now,
    httpCache: createHttpCache(),
    network() {
      count += 1;
      return new Response("data", { status, headers: lines });
    },
  });
  return {
    page: browser.open("https://myapp.com"),
    pass: (seconds) => (now += seconds * 1000),
    sent: () => count,
  };
}

describe("the page's own Cache-Control", () => {
  it.each([
    ["spec", "no-cache", true],
    ["spec", "no-store", true],
    ["spec", "max-age=50", true],
    ["spec", "max-age=200", false],
    ["spec", "min-fresh=3550", true],
    ["spec", "max-stale=10", false],
    ["chromium", "no-cache", true],
    ["chromium", "max-age=0", true],
    ["chromium", "no-store", false],
    ["chromium", "max-age=50", false],
    ["chromium", "min-fresh=3550", false],
    ["firefox", "no-cache", true],
    ["firefox", "no-store", true],
    ["firefox", "max-age=50", true],
    ["firefox", "max-age=7200", false],
    ["firefox", "min-fresh=3550", true],
  ] as const)(
    "in %s, %s on a response of 100 seconds: asked again %s",
    async (profile, said, asks) => {
      const { page, pass, sent } = pageOf(profile, { "cache-control": "max-age=3600" });
      await page.fetch(url);
      pass(100);
      await page.fetch(url, { headers: { "cache-control": said } });
      expect(sent()).toBe(asks ? 2 : 1);
    },
  );

  it.each([
    ["spec", "max-stale", false],
    ["spec", "max-stale=1000", false],
    ["spec", "max-stale=10", true],
    ["chromium", "max-stale", true],
    ["firefox", "max-stale=1000", false],
    ["firefox", "max-age=200", false],
    ["spec", "max-age=200", true],
  ] as const)("in %s, %s on a stale response: asked again %s", async (profile, said, asks) => {
    const { page, pass, sent } = pageOf(profile, { "cache-control": "max-age=50" });
    await page.fetch(url);
    pass(100);
    await page.fetch(url, { headers: { "cache-control": said } });
    expect(sent()).toBe(asks ? 2 : 1);
  });

  it("goes before the cache mode in Chromium", async () => {
    const { page, sent } = pageOf("chromium", { "cache-control": "max-age=3600" });
    await page.fetch(url);
    await page.fetch(url, { headers: { pragma: "no-cache" }, cache: "force-cache" });
    expect(sent()).toBe(2);
  });
});

describe("a method that is not safe", () => {
  it.each([
    ["spec", "FOO", 200, true],
    ["spec", "PUT", 500, false],
    ["chromium", "FOO", 200, false],
    ["chromium", "PUT", 200, false],
    ["chromium", "PATCH", 200, true],
    ["chromium", "POST", 500, false],
    ["firefox", "FOO", 200, true],
    ["firefox", "POST", 500, true],
    ["firefox", "OPTIONS", 200, false],
  ] as const)(
    "in %s, %s with %i drops what is stored: %s",
    async (profile, method, status, drops) => {
      const { page, sent } = pageOf(profile, { "cache-control": "max-age=3600" }, status);
      await page.fetch(url);
      await page.fetch(url, { method });
      await page.fetch(url, { cache: "force-cache" });
      expect(sent()).toBe(drops ? 3 : 2);
    },
  );
});

describe("a lifetime that no one names", () => {
  const lines = { "last-modified": "Thu, 01 Jan 1960 00:00:00 GMT" };

  it.each([
    ["spec", 404, {}, true],
    ["spec", 501, {}, true],
    ["spec", 299, {}, false],
    ["spec", 299, { "cache-control": "public" }, true],
    ["chromium", 404, {}, false],
    ["chromium", 203, {}, true],
    ["firefox", 204, {}, true],
    ["firefox", 201, { "cache-control": "max-age=3600" }, false],
  ] as const)(
    "in %s, of a %i with %j is guessed, or not asked for: %s",
    async (profile, status, more, used) => {
      const body = status === 204 ? null : "data";
      let sent = 0;
      const network = (): Response => {
        sent += 1;
        return new Response(body, { status, headers: { ...lines, ...more } });
      };
      const browser = createBrowser({
        profile,
        network,
        now: () => 0,
        httpCache: createHttpCache(),
      });
      const page = browser.open("https://myapp.com");
      await page.fetch(url);
      await page.fetch(url);
      expect(sent).toBe(used ? 1 : 2);
    },
  );
});

describe("a request with cache mode no-cache", () => {
  it.each([
    ["chromium", {}, '"a"'],
    ["chromium", { pragma: "no-cache" }, null],
    ["chromium", { "cache-control": "NO-CACHE" }, null],
    ["chromium", { "cache-control": "max-age=0" }, '"a"'],
    ["firefox", { pragma: "no-cache" }, '"a"'],
    ["firefox", { "cache-control": "no-cache" }, '"a"'],
  ] as const)("in %s, with %j, asks by If-None-Match: %s", async (profile, headers, expected) => {
    const asked: (string | null)[] = [];
    const browser = createBrowser({
      profile,
      httpCache: createHttpCache(),
      network(request) {
        asked.push(request.headers.get("if-none-match"));
        return new Response("data", { headers: { "cache-control": "max-age=3600", etag: '"a"' } });
      },
    });
    const page = browser.open("https://myapp.com");
    await page.fetch(url);
    await page.fetch(url, { headers, cache: "no-cache" });
    expect(asked).toEqual([null, expected]);
  });
});
