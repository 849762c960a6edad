import { describe, expect, it } from "vitest";
import { crossOriginEntries, type Given, parseHar, readGiven } from "../index.ts";

const url = "https://api.example.com/v1/items";
const page = "https://app.example.com";
const lines = (headers: Readonly<Record<string, string>>): readonly object[] =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));
const entry = (request: object, response: object, more: object = {}): object => ({
  request: { method: "GET", url, headers: [], ...request },
  response: { status: 0, statusText: "", headers: [], ...response },
  ...more,
});
const har = (entries: unknown, more: object = {}): string =>
  JSON.stringify({ log: { version: "1.2", entries, ...more } });

const preflight = entry(
  {
    method: "OPTIONS",
    headers: lines({
      Origin: page,
      "Access-Control-Request-Method": "PUT",
      "Access-Control-Request-Headers": "x-a",
    }),
  },
  { status: 404 },
);

/** Recordings of several programs, with what each of them leaves out. */
const recordings: readonly (readonly [name: string, text: string, expected: Partial<Given>])[] = [
  [
    "Chromium, the page known by its name alone",
    har([entry({}, { _error: "net::ERR_FAILED" }, { pageref: "page_1", _resourceType: "fetch" })], {
      creator: { name: "WebInspector" },
      pages: [{ id: "page_1", title: `${page}/index.html` }],
    }),
    { url, origin: page, as: "fetch", profile: "chromium" },
  ],
  [
    "Chromium, the page known by the script that asks",
    har([entry({}, {}, { _initiator: { stack: { callFrames: [{ url: `${page}/app.js` }] } } })]),
    { url, origin: page },
  ],
  [
    "Firefox, with its preflight in front",
    har([preflight, entry({ method: "PUT", headers: lines({ Origin: page, "X-A": "1" }) }, {})], {
      creator: { name: "Firefox" },
    }),
    { method: "PUT", origin: page, headers: [["X-A", "1"]], profile: "firefox" },
  ],
  [
    "Safari, its error in words",
    har([entry({ headers: lines({ Referer: `${page}/` }) }, { _error: "Origin is not allowed" })], {
      creator: { name: "WebKit Web Inspector" },
    }),
    { origin: page, profile: "webkit" },
  ],
  [
    "a preflight alone",
    har([preflight]),
    { method: "PUT", origin: page, headers: [["x-a", "1"]], isPartial: true },
  ],
  ["a program that is no browser", har([entry({}, { status: 200 })]), { url, method: "GET" }],
  [
    "headers as an object, status as a text",
    har([entry({ headers: { Origin: page } }, { status: "500", headers: {} })]),
    { origin: page },
  ],
  [
    "headers without names, values of no text",
    har([
      entry(
        {
          headers: [null, { name: 1 }, { name: "Origin", value: page }, { name: "a b", value: "" }],
        },
        { headers: [null, { name: "x" }, { name: "y", value: "\u0000é€" }] },
      ),
    ]),
    { origin: page, headers: [] },
  ],
  [
    "hardly anything",
    har([null, 1, {}, { request: null }, { request: { url } }]),
    { url, method: "GET" },
  ],
  [
    "fields of a form",
    har([
      entry(
        {
          method: "POST",
          headers: lines({ Origin: page }),
          postData: {
            mimeType: "application/x-www-form-urlencoded",
            params: [{ name: "a", value: "b c" }],
          },
        },
        { status: 413 },
      ),
    ]),
    { method: "POST", body: "a=b+c" },
  ],
  [
    "a redirect in front of what failed",
    har([
      entry(
        { headers: lines({ Origin: page }) },
        { status: 302, headers: lines({ location: "https://login.example.com/authorize" }) },
      ),
      entry({ url: "https://login.example.com/authorize", headers: lines({ Origin: "null" }) }, {}),
    ]),
    { url, origin: page },
  ],
];

describe("a recording", () => {
  it.each(recordings)("%s", (_, text, expected) => {
    expect(readGiven(text)).toMatchObject({ kind: "har", ...expected });
  });

  it("has no choices that ask no server", () => {
    const asked = ["data:text/plain,x", "blob:https://app.example.com/1", "chrome-extension://a/b"];
    const text = har(
      asked.map((other) => entry({ url: other, headers: lines({ Origin: page }) }, {})),
    );
    const recording = parseHar(text);
    expect(recording && crossOriginEntries(recording)).toEqual([]);
    expect(readGiven(text)).toBeUndefined();
  });

  it.each(["{}", "[]", '{"log":{}}', '{"log":{"entries":{}}}', '{"log":null}', "{", "null"])(
    "is not %s",
    (text) => {
      expect(parseHar(text)).toBeUndefined();
      expect(readGiven(text)).toBeUndefined();
    },
  );
});
