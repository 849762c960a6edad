import { describe, expect, it } from "vitest";
import { createBrowser } from "../create-browser.ts";
import type { PageRequestInit } from "../request/init.ts";
import type { Profile } from "../profile.ts";
import type { CookieFate } from "./cookies-kept.ts";
import type { CookieOptions } from "./options.ts";
import { cookiesKept } from "./cookies-kept.ts";

const own = "https://www.myapp.com";
const same = "https://api.myapp.com/login";
const cross = "https://api.example.net/login";

interface Asked {
  readonly url?: string;
  readonly init?: PageRequestInit;
  readonly profile?: Profile;
  readonly options?: CookieOptions;
}

async function fate(line: string, asked: Asked = {}): Promise<CookieFate> {
  const { url = cross, init = { credentials: "include" }, profile = "chromium", options } = asked;
  const headers = {
    "access-control-allow-origin": own,
    "access-control-allow-credentials": "true",
    "set-cookie": line,
  };
  const page = createBrowser({
    profile,
    network: () => new Response("", { headers }),
    registrableDomain: (hostname) => hostname.split(".").slice(-2).join("."),
  }).open(own);
  await page.fetch(url, init);
  const [exchange] = page.exchanges;
  const [first] = exchange ? cookiesKept(exchange, options) : [];
  if (!first) throw new Error("no cookie was set");
  return first;
}

describe("cookiesKept", () => {
  it.each([
    ["sid=1", {}, "same-site"],
    ["sid=1; SameSite=Lax", {}, "same-site"],
    ["sid=1; SameSite=Strict; Secure", {}, "same-site"],
    ["sid=1; SameSite=None", {}, "none-without-secure"],
    ["sid=1; SameSite=None; Secure", {}, undefined],
    ["sid=1; SameSite=None; Secure", { init: {} }, "credentials-off"],
    ["sid=1", { url: same }, undefined],
    ["sid=1; SameSite=Strict", { url: same }, undefined],
    ["sid=1; Domain=myapp.com", { url: same }, undefined],
    ["sid=1; Domain=example.net", { url: same }, "domain-mismatch"],
    ["sid=1; Domain=com", { url: same }, "public-suffix"],
    ["sid=1; Path=/other", { url: same }, "path"],
    ["sid=1; Max-Age=0", { url: same }, "expired"],
    ["sid=1; Expires=Wed, 01 Jan 2020 00:00:00 GMT", { url: same }, "expired"],
    ["sid=1; Expires=Wed, 01 Jan 2020 00:00:00 GMT; Max-Age=9", { url: same }, undefined],
    ["__Host-sid=1; Secure; Path=/", { url: same }, undefined],
    ["__Host-sid=1; Secure; Path=/; Domain=myapp.com", { url: same }, "prefix"],
    ["__Secure-sid=1", { url: same }, "prefix"],
    [`sid=${"1".repeat(4097)}`, { url: same }, "malformed"],
    ["sid=1; Secure", { url: "http://api.myapp.com/login" }, "secure-over-http"],
    ["sid=1; SameSite=None; Partitioned", {}, "partitioned-without-secure"],
    ["sid=1", { profile: "firefox" }, undefined],
    ["sid=1; SameSite=Lax", { profile: "firefox" }, "same-site"],
    ["sid=1; SameSite=None; Secure", { profile: "webkit" }, "third-party"],
    ["sid=1; SameSite=None; Secure", { options: { thirdPartyCookies: "blocked" } }, "third-party"],
    [
      "sid=1; SameSite=None; Secure; Partitioned",
      { options: { thirdPartyCookies: "blocked" } },
      undefined,
    ],
    [
      "sid=1; Domain=github.io",
      {
        url: "https://a.github.io/",
        options: { isPublicSuffix: (domain: string) => domain === "github.io" },
      },
      "public-suffix",
    ],
  ] as const)("'%s' %j: %s", async (line, asked, reason) => {
    const cookie = await fate(line, asked);
    expect(cookie.reason).toBe(reason);
    expect(cookie.kept).toBe(reason === undefined || reason === "path");
    expect(cookie.explanation === "").toBe(reason === undefined);
  });

  it("tells which URLs get it back", async () => {
    const cookie = await fate("sid=1; Domain=myapp.com; Path=/login; Secure", { url: same });
    expect(cookie.sentTo("https://www.myapp.com/login/again")).toBe(true);
    expect(cookie.sentTo("https://www.myapp.com/loginagain")).toBe(false);
    expect(cookie.sentTo("http://www.myapp.com/login")).toBe(false);
    expect(cookie.sentTo("https://example.net/login")).toBe(false);
  });

  it("keeps other sites' cookies apart in Firefox, and where the server asks for it", async () => {
    expect(await fate("sid=1", { profile: "firefox" })).toMatchObject({
      kept: true,
      partitioned: true,
    });
    expect(await fate("sid=1; SameSite=None; Secure; Partitioned")).toMatchObject({
      partitioned: true,
    });
    expect(await fate("sid=1; SameSite=None; Secure")).toMatchObject({ partitioned: false });
  });
});
