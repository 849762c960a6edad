import { describe, expect, it } from "vitest";
import { createBrowser } from "../create-browser.ts";
import type { Browser } from "../browser.ts";
import type { Page } from "../page.ts";
import { diagnose } from "../diagnosis/diagnose.ts";
import type { HostRequest } from "../host-types.ts";
import type { Profile } from "../profile.ts";
import { createHttpCache } from "./http-cache.ts";

const logo = "https://cdn.example/logo.png";
const own = "https://myapp.com";

interface Server {
  /** Lines of every response. */
  readonly always?: Readonly<Record<string, string>>;
  /** Lines of responses to requests with `Origin`, whose value `{origin}` stands for. */
  readonly asked?: Readonly<Record<string, string>>;
}

const echo = { "access-control-allow-origin": "{origin}" };
const fresh = { "cache-control": "max-age=3600" };

/** A browser with a cache, and the requests that its network got. */
function browserOn(
  { always = fresh, asked = echo }: Server,
  profile: Profile = "spec",
  now: () => number = () => 0,
): { readonly browser: Browser; readonly sent: HostRequest[] } {
  const sent: HostRequest[] = [];
  const browser = createBrowser({
    profile,
    now,
    httpCache: createHttpCache(),
    network(request) {
      sent.push(request);
      const origin = request.headers.get("origin");
      const lines = { ...always, ...(origin === null ? {} : asked) };
      const headers = Object.entries(lines).map(([name, value]): [string, string] => [
        name,
        value.replace("{origin}", origin ?? ""),
      ]);
      const isKnown = request.headers.get("if-none-match") === always["etag"];
      const status = isKnown && always["etag"] !== undefined ? 304 : 200;
      return new Response(status === 304 ? null : "png", { status, headers });
    },
  });
  return { browser, sent };
}

/** A page whose server gives one status, and the methods that it was asked with. */
function pageOn(
  profile: Profile,
  status: number,
): { readonly page: Page; readonly sent: string[] } {
  const sent: string[] = [];
  const browser = createBrowser({
    profile,
    httpCache: createHttpCache(),
    network({ method }) {
      sent.push(method);
      return new Response(status === 304 ? null : "a", { status, headers: fresh });
    },
  });
  return { page: browser.open(own), sent };
}

describe("an image that fills the cache", () => {
  it("has CORS requests read its response, which lacks the permission", async () => {
    const { browser, sent } = browserOn({});
    const page = browser.open(own);
    await page.load("image", logo);
    await expect(page.fetch(logo)).rejects.toMatchObject({ code: "acao-missing" });
    await expect(page.load("image", logo, { crossorigin: "anonymous" })).rejects.toMatchObject({
      code: "acao-missing",
    });
    expect(sent).toHaveLength(1);
  });

  it("is named by the error and by the diagnosis, with the cure", async () => {
    const { browser } = browserOn({});
    const page = browser.open(own);
    await page.load("image", logo);
    await expect(page.fetch(logo)).rejects.toMatchObject({
      explanation:
        "This response of https://cdn.example came from the browser's HTTP cache. A request by image without Origin had stored it there. It lacks Vary: Origin, which would keep it from this request.",
      fix: expect.stringContaining("Vary: Origin on every response"),
    });
    const [, read] = page.exchanges;
    expect(read?.cache).toMatchObject({ state: "local", filler: { initiator: "image" } });
    const warnings = read ? diagnose(read).warnings : [];
    expect(warnings.map(({ code }) => code)).toEqual(["cache-without-origin"]);
  });

  it("does no harm under Vary: Origin on every response", async () => {
    const { browser, sent } = browserOn({ always: { ...fresh, vary: "Origin" } });
    const page = browser.open(own);
    await page.load("image", logo);
    expect((await page.fetch(logo)).status).toBe(200);
    expect(sent).toHaveLength(2);
  });

  it("does harm where Vary stands only on responses to Origin", async () => {
    const { browser } = browserOn({ asked: { ...echo, vary: "Origin" } });
    const page = browser.open(own);
    await page.load("image", logo);
    await expect(page.fetch(logo)).rejects.toMatchObject({ code: "acao-missing" });
  });

  it("does no harm to a fetch of Firefox without cookies, nor to one of another site", async () => {
    const { browser, sent } = browserOn({}, "firefox");
    const page = browser.open(own);
    await page.load("image", logo);
    await page.load("image", logo, { crossorigin: "anonymous" });
    await page.fetch(logo);
    expect(sent).toHaveLength(3);
  });

  it("is one entry with CORS everywhere where all get the same header", async () => {
    const { browser, sent } = browserOn({
      always: { ...fresh, "access-control-allow-origin": "*" },
    });
    const page = browser.open(own);
    await page.load("image", logo);
    expect(await (await page.fetch(logo)).text()).toBe("png");
    expect(sent).toHaveLength(1);
  });
});

describe("two origins and one entry", () => {
  it("blocks the second, whose permission is the first one's", async () => {
    const { browser } = browserOn({});
    await browser.open("https://myapp.com:8443").fetch(logo);
    await expect(browser.open(own).fetch(logo)).rejects.toMatchObject({
      code: "acao-mismatch",
      explanation: expect.stringContaining("with the Origin https://myapp.com:8443"),
    });
  });

  it("are two entries on pages of two sites", async () => {
    const { browser, sent } = browserOn({});
    await browser.open("https://other.example").fetch(logo);
    expect((await browser.open(own).fetch(logo)).status).toBe(200);
    expect(sent).toHaveLength(2);
  });

  it("asks with the tag, and keeps both under the standard alone", async () => {
    const always = { ...fresh, vary: "Origin", etag: '"1"' };
    const askedBy = async (profile: Profile): Promise<readonly (string | null)[]> => {
      const { browser, sent } = browserOn({ always }, profile);
      for (const origin of [own, "https://myapp.com:8443", own])
        await browser.open(origin).fetch(logo);
      return sent.map(({ headers }) => headers.get("if-none-match"));
    };
    expect(await askedBy("spec")).toEqual([null, '"1"']);
    expect(await askedBy("chromium")).toEqual([null, '"1"', '"1"']);
  });
});

describe("freshness", () => {
  const star = { "access-control-allow-origin": "*" };
  const modified = "Wed, 01 Jan 2025 00:00:00 GMT";
  const afterModified = Date.parse(modified) + 1000 * 1000;
  it.each<[string, Record<string, string>, seconds: number, requests: number]>([
    ["max-age", { "cache-control": "max-age=60" }, 59, 1],
    ["max-age", { "cache-control": "max-age=60" }, 60, 2],
    ["max-age in other letters", { "cache-control": "Public, MAX-AGE=60" }, 59, 1],
    ["s-maxage alone", { "cache-control": "s-maxage=60" }, 1, 2],
    ["max-age over Expires", { "cache-control": "max-age=60", expires: "0" }, 59, 1],
    ["Expires that is no date", { expires: "0" }, 0, 2],
    ["Age", { "cache-control": "max-age=60", age: "50" }, 9, 1],
    ["Age", { "cache-control": "max-age=60", age: "50" }, 10, 2],
    ["no-cache", { "cache-control": "no-cache, max-age=60" }, 0, 2],
    ["no-store", { "cache-control": "no-store, max-age=60" }, 0, 2],
    ["nothing at all", {}, 0, 2],
    ["a tenth of the time since Last-Modified", { "last-modified": modified }, 99, 1],
    ["a tenth of the time since Last-Modified", { "last-modified": modified }, 101, 2],
  ])("of %s: %o after %i s", async (_, lines, seconds, requests) => {
    let time = afterModified;
    const { browser, sent } = browserOn({ always: { ...star, ...lines } }, "spec", () => time);
    const page = browser.open(own);
    await page.fetch(logo);
    time += seconds * 1000;
    await page.fetch(logo);
    expect(sent).toHaveLength(requests);
  });

  it.each([
    ["default", 1],
    ["force-cache", 1],
    ["no-cache", 2],
    ["reload", 2],
    ["no-store", 2],
  ] as const)("under cache mode %s", async (cache, requests) => {
    const { browser, sent } = browserOn({ always: { ...star, ...fresh, etag: '"1"' } });
    const page = browser.open(own);
    await page.fetch(logo);
    const response = await page.fetch(logo, { cache });
    expect([response.status, await response.text()]).toEqual([200, "png"]);
    expect(sent).toHaveLength(requests);
    const isAsked = cache === "no-cache";
    expect(sent.at(-1)?.headers.get("if-none-match")).toBe(isAsked ? '"1"' : null);
  });

  it("lets only-if-cached pass where there is something, and the network alone", async () => {
    const { browser, sent } = browserOn({});
    const page = browser.open("https://cdn.example");
    const init = { mode: "same-origin", cache: "only-if-cached" } as const;
    await expect(page.fetch(logo, init)).rejects.toMatchObject({ code: "cache-only" });
    await page.fetch(logo);
    expect(await (await page.fetch(logo, init)).text()).toBe("png");
    expect(sent).toHaveLength(1);
  });

  it("takes the lines of a 304 into what is stored", async () => {
    const always = { "cache-control": "no-cache", etag: '"1"' };
    const { browser } = browserOn({ always }, "chromium");
    const page = browser.open(own);
    await page.load("image", logo);
    const response = await page.fetch(logo);
    expect([response.status, await response.text()]).toEqual([200, "png"]);
    expect(page.exchanges.at(-1)?.cache).toMatchObject({ state: "validated" });
  });
});

describe("the cache", () => {
  it("loses a URL by POST, and by clear", async () => {
    const { browser, sent } = browserOn({});
    const page = browser.open(own);
    await page.fetch(logo);
    await page.fetch(logo, { method: "POST" });
    await page.fetch(logo);
    expect(sent).toHaveLength(3);
  });

  // As real Chromium and Firefox were seen to do it.
  it.each<[Profile, string, status: number, asksAgain: boolean]>([
    ["spec", "POST", 200, true],
    ["spec", "CHICKEN", 200, true],
    ["spec", "OPTIONS", 200, false],
    ["spec", "DELETE", 410, false],
    ["chromium", "POST", 200, true],
    ["chromium", "PUT", 200, false],
    ["chromium", "CHICKEN", 200, false],
    ["chromium", "POST", 410, false],
    ["firefox", "PUT", 200, true],
    ["firefox", "CHICKEN", 200, true],
    ["firefox", "OPTIONS", 200, false],
    ["firefox", "POST", 410, true],
    ["firefox", "DELETE", 410, true],
    ["firefox", "CHICKEN", 410, true],
    ["firefox", "OPTIONS", 410, false],
  ])("of %s: after %s with %i a GET asks again, %j", async (profile, method, status, asksAgain) => {
    const { page, sent } = pageOn(profile, status);
    await page.fetch("/a");
    await page.fetch("/a", { method });
    await page.fetch("/a");
    expect(sent).toEqual(["GET", method, ...(asksAgain ? ["GET"] : [])]);
  });

  it.each<[Profile, status: number, asksAgain: boolean]>([
    ["spec", 304, true],
    ["chromium", 300, false],
    ["chromium", 304, true],
    ["firefox", 300, true],
    ["firefox", 304, true],
    ["firefox", 410, false],
  ])("of %s: a GET with %i asks again, %j", async (profile, status, asksAgain) => {
    const { page, sent } = pageOn(profile, status);
    await page.fetch("/a");
    await page.fetch("/a");
    expect(sent).toEqual(["GET", ...(asksAgain ? ["GET"] : [])]);
  });

  it.each(["max-age=50", "max-stale=10"])(
    "of firefox: Pragma: no-cache asks again, whatever a request with %s says",
    async (asked) => {
      const { browser, sent } = browserOn({ always: { pragma: "no-cache" } }, "firefox");
      const page = browser.open(new URL(logo).origin);
      await page.fetch(logo);
      await page.fetch(logo, { headers: { "cache-control": asked } });
      expect(sent).toHaveLength(2);
    },
  );

  it("keeps nothing of a page with an opaque origin", async () => {
    const { browser, sent } = browserOn({});
    const page = browser.open("null");
    await page.fetch(logo);
    await page.fetch(logo);
    expect(sent).toHaveLength(2);
  });

  it("shows its entries, and forgets them", async () => {
    const httpCache = createHttpCache();
    const network = (): Response => new Response("", { headers: { ...fresh, ...echo } });
    await createBrowser({ network, httpCache }).open(own).load("image", logo);
    expect(httpCache.entries.map(({ url, filler }) => [url, filler.origin])).toEqual([
      [logo, undefined],
    ]);
    httpCache.clear();
    expect(httpCache.entries).toEqual([]);
  });
});
