import { describe, expect, it } from "vitest";
import { isCacheable, isStorable, wantsFresh } from "./cacheable.ts";
import { readFields } from "./read-fields.ts";

type Given = Record<string, string>;
const PUBLIC = "public, max-age=60";
const PASSING = { passCookies: true, passAuthorization: true, passOrigin: true };

const BROWSER = {
  accept: "*/*",
  "accept-encoding": "gzip",
  "accept-language": "en",
  priority: "u=4",
  referer: "https://myapp.com/",
  "sec-ch-ua": '"Chromium"',
  "sec-fetch-site": "cross-site",
  "sec-gpc": "1",
  "user-agent": "Mozilla/5.0",
};

function get(headers: Given = {}, method = "GET"): Request {
  return new Request("https://api.example.com/", { method, headers });
}

describe("isCacheable", () => {
  it.each<[string, boolean, Request]>([
    ["GET", true, get()],
    ["GET with an origin", true, get({ origin: "https://myapp.com" })],
    ["GET of a part", true, get({ range: "bytes=0-1" })],
    ["GET of a browser", true, get({ ...BROWSER, via: "1.1 a" })],
    ["all codings", true, get({ "accept-encoding": "gzip, deflate;q=0.5,br, zstd, *;q=0" })],
    ["no coding", true, get({ "accept-encoding": "" })],
    ["a coding that no one knows", false, get({ "accept-encoding": "gzip, x" })],
    ["a field of the page's own", false, get({ "x-own": "1" })],
    ["a key of the API's own", false, get({ "x-api-key": "1" })],
    ["HEAD", false, get({}, "HEAD")],
    ["POST", false, get({}, "POST")],
    ["a cookie", false, get({ cookie: "a=1" })],
    ["a token", false, get({ authorization: "Bearer x" })],
    ["a visitor who forbids it", false, get({ "cache-control": "max-age=0, No-Store" })],
    ["another method in disguise", false, get({ "x-http-method-override": "DELETE" })],
    ["a WebSocket", false, get({ upgrade: "websocket" })],
    ["a part of one representation", false, get({ "if-range": '"a"' })],
  ])("%s: %s", (_, expected, request) => {
    const fields = readFields(request.headers, PASSING);
    expect(isCacheable(request, fields)).toBe(expected);
  });
});

describe("wantsFresh", () => {
  it.each<[Given, boolean]>([
    [{}, false],
    [{ "cache-control": "max-age=10" }, false],
    [{ "cache-control": "no-cache" }, true],
    [{ "cache-control": "Max-Age=0" }, true],
    [{ pragma: "no-cache" }, true],
  ])("%j: %s", (headers, expected) => {
    expect(wantsFresh(get(headers))).toBe(expected);
  });
});

describe("isStorable", () => {
  const stored = (headers: Given, passOrigin = false, status = 200): boolean =>
    isStorable(new Response(null, { status, headers }), { passOrigin });

  it.each<[Given]>([
    [{ "cache-control": PUBLIC }],
    [{ "cache-control": PUBLIC, vary: "Accept-Encoding, Origin, Cookie" }],
    [{ "cache-control": PUBLIC, age: "0" }],
    [{ "cache-control": PUBLIC, "content-encoding": "GZIP" }],
    [{ "cache-control": PUBLIC, "content-length": "1048576" }],
  ])("%j is", (headers) => {
    expect(stored(headers)).toBe(true);
  });

  it.each<[Given]>([
    [{}],
    [{ "cache-control": PUBLIC, "cdn-cache-control": "no-store" }],
    [{ "cache-control": PUBLIC, "set-cookie": "a=1" }],
    [{ "cache-control": PUBLIC, vary: "Accept-Language" }],
    [{ "cache-control": PUBLIC, vary: "*" }],
    [{ "cache-control": PUBLIC, "content-encoding": "zstd" }],
    [{ "cache-control": PUBLIC, "content-encoding": "gzip, br" }],
    [{ "cache-control": PUBLIC, age: "7" }],
    [{ "cache-control": PUBLIC, age: "soon" }],
    [{ "cache-control": PUBLIC, "content-length": "1048577" }],
  ])("%j is not", (headers) => {
    expect(stored(headers)).toBe(false);
  });

  it("nothing but 200 is", () => {
    expect(
      [203, 204, 301, 404, 500].filter((status) =>
        stored({ "cache-control": PUBLIC }, false, status),
      ),
    ).toEqual([]);
  });

  it("no response that depends on an origin the upstream is told", () => {
    expect(stored({ "cache-control": PUBLIC, vary: "Origin" }, true)).toBe(false);
  });
});
