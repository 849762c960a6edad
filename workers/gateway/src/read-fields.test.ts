import { describe, expect, it } from "vitest";
import { readFields } from "./read-fields.ts";

const ALL = { passCookies: true, passAuthorization: true, passOrigin: true };
const NONE = { passCookies: false, passAuthorization: false, passOrigin: false };

const BROWSER = {
  accept: "*/*",
  "accept-encoding": "gzip",
  cookie: "a=1",
  origin: "https://myapp.com",
  referer: "https://myapp.com/",
  "sec-ch-ua": '"Chromium"',
  "sec-fetch-mode": "cors",
  "sec-fetch-site": "cross-site",
};

describe("readFields", () => {
  it("what is about the connection ends, and what that lists", () => {
    const { ending } = readFields(new Headers({ connection: "close, X-Own", "x-own": "1" }), ALL);
    expect(ending).toEqual(expect.arrayContaining(["connection", "x-own"]));
  });

  it("what a Connection lists that is no name of a field does nothing", () => {
    const headers = new Headers({ connection: "a b, (, , x-own", "x-own": "1" });
    expect(readFields(headers, ALL).ending.toSorted()).toEqual(["connection", "x-own"]);
  });

  it("what only a proxy may say ends", () => {
    const { ending } = readFields(new Headers({ "x-real-ip": "1.2.3.4", "cf-ray": "1" }), ALL);
    expect(ending.toSorted()).toEqual(["cf-ray", "x-real-ip"]);
  });

  it("credentials and the origin end where the settings say so", () => {
    const headers = new Headers({ ...BROWSER, authorization: "Bearer x" });
    expect(readFields(headers, ALL).ending).toEqual([]);
    expect(readFields(headers, NONE).ending.toSorted()).toEqual([
      "authorization",
      "cookie",
      "origin",
    ]);
  });

  it("what says which page asks is told apart", () => {
    expect(readFields(new Headers(BROWSER), NONE).ofVisitor.toSorted()).toEqual([
      "referer",
      "sec-fetch-mode",
      "sec-fetch-site",
    ]);
  });

  it.each<[Record<string, string>, boolean]>([
    [BROWSER, true],
    [{ ...BROWSER, "x-own": "1" }, false],
    [{ ...BROWSER, upgrade: "websocket" }, false],
    [{ ...BROWSER, "x-real-ip": "1.2.3.4" }, true],
    [{ ...BROWSER, authorization: "Bearer x" }, true],
  ])("of %j those that go on are usual: %s", (headers, expected) => {
    expect(readFields(new Headers(headers), NONE).areUsual).toBe(expected);
  });

  it.each<[Record<string, string>, boolean]>([
    [BROWSER, false],
    [{ ...BROWSER, upgrade: "WebSocket" }, true],
    [{ ...BROWSER, upgrade: "h2c" }, false],
  ])("of %j they ask for a WebSocket: %s", (headers, expected) => {
    expect(readFields(new Headers(headers), NONE).isWebSocket).toBe(expected);
  });

  it("the edge tells the visitor's address, and it ends", () => {
    const headers = new Headers({ ...BROWSER, "cf-connecting-ip": "1.2.3.4" });
    const { address, ending } = readFields(headers, ALL);
    expect([address, ending]).toEqual(["1.2.3.4", ["cf-connecting-ip"]]);
    expect(readFields(new Headers(BROWSER), ALL).address).toBeUndefined();
  });

  it("a method that is meant is read in any spelling", () => {
    const headers = { "x-http-method-override": " delete ", x_method_override: "PUT" };
    expect(readFields(new Headers(headers), ALL).meant.toSorted()).toEqual(["DELETE", "PUT"]);
  });
});
