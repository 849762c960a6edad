import { describe, expect, it } from "vitest";
import { cacheControlOf } from "./cache-control.ts";

describe("what is kept for ever", () => {
  it.each([
    "fonts/inter-3f2a9c1b.woff2",
    "app.3f2a9c1b.js",
    "app.3f2a9c1b.min.js",
    "app_3F2A9C1B.css.map",
    `x-${"0a".repeat(32)}.png`,
    "_app/immutable/chunks/index.js",
    "immutable/logo.svg",
  ])("%s", (key) => {
    expect(cacheControlOf(key)).toBe("public, max-age=31536000, immutable");
  });
});

describe("what is asked about each time", () => {
  it.each([
    "logo.svg",
    "report-20261122.pdf",
    "hello-deadbeef.js",
    "a-3f2a9c1.js",
    "3f2a9c1b.js",
    "3f2a9c1b/index.js",
    "inter-3f2a9c1b",
    "index-DiwrgTda.js",
    "not-immutable/logo.svg",
    `x-${"0a".repeat(33)}.png`,
  ])("%s", (key) => {
    expect(cacheControlOf(key)).toBe("public, no-cache");
  });
});
