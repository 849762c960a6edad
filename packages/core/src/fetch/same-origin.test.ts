import { describe, expect, test } from "vitest";
import { corsByOrigin } from "../by-origin/index.ts";
import { corsByPath } from "../by-path/index.ts";
import { createCors, type Gate } from "../cors.ts";
import { isSameOrigin } from "./same-origin.ts";

describe("R9: a request whose URL is no URL", () => {
  // Bun shows it so where the client sends no Host header, or one that makes no URL.
  const request = { url: "/admin", headers: new Headers() } as Request;

  test("is no one's own, and throws nothing", () => {
    for (const origin of ["http://admin", "https://", "null"]) {
      expect(isSameOrigin(request, origin, undefined)).toBe(false);
    }
  });

  test("is the server's own where selfOrigins or the browser says so", () => {
    expect(isSameOrigin(request, "http://api", (origin) => origin === "http://api")).toBe(true);
    const headers = new Headers({ "sec-fetch-site": "same-origin" });
    expect(isSameOrigin({ url: "/admin", headers } as Request, "http://api", undefined)).toBe(true);
  });
});

describe("R9: behind a TLS proxy that names the port in the Host header", () => {
  test.each([
    ["http://api.example.com:443/socket", "https://api.example.com", true],
    ["http://api.example.com:8443/socket", "https://api.example.com:8443", true],
    ["http://[2001:db8::7]:443/", "https://[2001:db8::7]", true],
    ["http://api.example.com:443/", "http://api.example.com:443", true],
    ["http://api.example.com:443/", "https://api.example.com:443", false],
    ["http://api.example.com:443/", "http://api.example.com", false],
    ["http://api.example.com:8443/", "https://api.example.com", false],
    ["https://api.example.com/", "http://api.example.com", false],
  ])("a handshake with %s, of a page of %s: %s", (url, origin, isOwn) => {
    const request = { url, headers: new Headers() } as Request;
    expect(isSameOrigin(request, origin, undefined)).toBe(isOwn);
  });
});

/** What workerd shows of raw request targets and Host headers, Bun of a Host that makes no URL. */
const RAW = [
  "http://x*",
  "http://x*/",
  "http://[::1/a",
  "http://a b/a",
  "http://e:99999/a",
  "http://a:b:c/a",
  "http://a%zz/a",
  "http://a@b/a",
  "http://a?b/a",
  "http://a#b/a",
  "http://a/b/a",
  "http://x//x/y",
  "http://x/%",
  "http://x/a\\..\\b",
  "http://x/a/../b",
  "http://",
  "http:",
  "/a",
  "//a/b",
  "*",
  "",
  "do://room/a",
  "data:,a",
];

describe.each<[string, Gate]>([
  ["createCors", createCors({ origin: ["https://a.com", "https://*.a.com"], refuseDenied: true })],
  [
    "corsByPath",
    corsByPath([
      { path: "/a", origin: "https://a.com", refuseDenied: true },
      { path: "*", origin: "https://b.com", refuseDenied: true },
    ]),
  ],
  [
    "corsByOrigin",
    corsByOrigin([
      { origin: "https://a.com", credentials: true, refuseDenied: true },
      { origin: "https://b.com", refuseDenied: true },
    ]),
  ],
])("R9: a request whose URL is odd, at %s", (_, gate) => {
  test.each(RAW)("%j is refused to strangers and to what it looks like", async (url) => {
    const [before = ""] = /^[^/]*\/\/[^/?#]*/.exec(url) ?? [];
    const strangers = ["https://evil.com", "null", "https://", "http://x", "http://a", before];
    // The page of a host that the URL names is that server's own.
    const own = URL.parse(url)?.origin ?? "";
    for (const origin of strangers.filter((stranger) => stranger !== own || own === "null")) {
      const request = { url, method: "GET", headers: new Headers({ origin }) } as Request;
      const verdict = await gate.check(request);
      expect([origin, verdict.allowed, verdict.response?.status]).toEqual([origin, false, 403]);
    }
  });
});
