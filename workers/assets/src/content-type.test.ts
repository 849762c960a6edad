import { expect, it } from "vitest";
import { contentTypeOf } from "./content-type.ts";

it.each([
  ["inter.woff2", null, "font/woff2"],
  ["app.js", null, "text/javascript; charset=utf-8"],
  ["app.mjs", null, "text/javascript; charset=utf-8"],
  ["style.css", null, "text/css; charset=utf-8"],
  ["logo.svg", null, "image/svg+xml"],
  ["photo.avif", null, "image/avif"],
  ["code.wasm", null, "application/wasm"],
  ["data.json", null, "application/json"],
  ["LICENSE", null, "application/octet-stream"],
  // Stored without one, R2's tools say this.
  ["app.js", "application/octet-stream", "text/javascript; charset=utf-8"],
  ["app.js", "text/plain", "text/plain"],
])("%s, stored as %s: %s", (key, stored, expected) => {
  expect(contentTypeOf(key, stored)).toBe(expected);
});
