import { describe, expect, test } from "vitest";
import {
  isCorsHeader,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
} from "./header-name.ts";

// https://fetch.spec.whatwg.org/#forbidden-request-header
const FORBIDDEN = [
  "accept-charset",
  "accept-encoding",
  "access-control-request-headers",
  "access-control-request-method",
  "connection",
  "content-length",
  "cookie",
  "cookie2",
  "date",
  "dnt",
  "expect",
  "host",
  "keep-alive",
  "origin",
  "proxy-authorization",
  "referer",
  "sec-fetch-site",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "via",
];

describe("P8: request headers that a script can't set", () => {
  test.each(FORBIDDEN)("%s is forbidden in any case", (name) => {
    expect(isForbiddenRequestHeader(name)).toBe(true);
    expect(isForbiddenRequestHeader(name.toUpperCase())).toBe(true);
  });

  test.each(FORBIDDEN.filter((name) => !/^(proxy|sec|access-control-request)-/.test(name)))(
    "x-%s and %s-x are not",
    (name) => {
      expect(isForbiddenRequestHeader(`x-${name}`)).toBe(false);
      expect(isForbiddenRequestHeader(`${name}-x`)).toBe(false);
    },
  );

  test.each(["proxy", "sec", "x-proxy-id", "x-sec-ret", "cookie3", "authorization", "accept"])(
    "%s is not forbidden",
    (name) => expect(isForbiddenRequestHeader(name)).toBe(false),
  );
});

describe("P8: names that only a response has", () => {
  test("begin with access-control-, in any case", () => {
    expect(isCorsHeader("Access-Control-Allow-Origin")).toBe(true);
    expect(isCorsHeader("access-control-x")).toBe(true);
  });

  test("do not merely contain it", () => {
    expect(isCorsHeader("x-access-control-allow-origin")).toBe(false);
    expect(isCorsHeader("access-control")).toBe(false);
  });
});

describe("P9: response headers that a script can't read", () => {
  test.each(["set-cookie", "Set-Cookie", "set-cookie2"])("%s is forbidden", (name) =>
    expect(isForbiddenResponseHeader(name)).toBe(true),
  );

  test.each(["x-set-cookie", "set-cookie3", "set-cookie-x", "set-cookie22", "set-cooki"])(
    "%s is not",
    (name) => expect(isForbiddenResponseHeader(name)).toBe(false),
  );
});
