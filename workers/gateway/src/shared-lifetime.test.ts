import { describe, expect, it } from "vitest";
import { sharedLifetimeOf } from "./shared-lifetime.ts";

describe("sharedLifetimeOf", () => {
  it.each([
    ["public, max-age=60", 60],
    ["s-maxage=5", 5],
    ["s-maxage=5, max-age=60", 5],
    ['Public,Max-Age="60"', 60],
    ["public, max-age=60, max-age=5", 5],
    ["", 0],
    ["public", 0],
    ["max-age=60", 0],
    ["public, max-age=0", 0],
    ["public, max-age=60, s-maxage=0", 0],
    ["public, private, max-age=60", 0],
    ['public, max-age=60, No-Cache="x-a"', 0],
    ["public, max-age=60; private", 0],
    ["public, max-age=60, no-transform", 0],
    ['x="public", max-age=60', 0],
  ])("of Cache-Control: %s is %i", (control, seconds) => {
    expect(sharedLifetimeOf(new Headers({ "cache-control": control }))).toBe(seconds);
  });

  it.each<[Record<string, string>, number]>([
    [{ "cdn-cache-control": "no-store" }, 0],
    [{ "cdn-cache-control": "Private" }, 0],
    [{ "cdn-cache-control": "max-age=0" }, 0],
    [{ "cdn-cache-control": "?" }, 0],
    [{ "cdn-cache-control": "max-age=5" }, 5],
    [{ "cdn-cache-control": "max-age=5", "cache-control": "private, no-store" }, 5],
    [{ "cdn-cache-control": "" }, 60],
    [{ "cloudflare-cdn-cache-control": "no-store" }, 0],
    [{ "cloudflare-cdn-cache-control": "no-store", "cdn-cache-control": "max-age=5" }, 0],
    [{ "cloudflare-cdn-cache-control": "max-age=5", "cdn-cache-control": "no-store" }, 5],
  ])("of %j, beside public for 60 seconds, is %i (RFC 9213, 2.2)", (targeted, seconds) => {
    const headers = new Headers({ "cache-control": "public, max-age=60", ...targeted });
    expect(sharedLifetimeOf(headers)).toBe(seconds);
  });
});
