import { expect, it } from "vitest";
import { hasOneHost } from "./host.ts";

it.each<[boolean, string, string | null]>([
  [true, "http://a.example/", "a.example"],
  [true, "http://a.example/", null],
  [true, "http://a.example/", "A.Example:80"],
  [true, "http://a.example/", "a.example:"],
  [true, "http://[::1]:1/", "[::1]:1"],
  [true, "http://a_b.example/", "a_b.example"],
  [true, "http://127.0.0.1/", "127.0.0.1"],
  [false, "http://a.example, b.example/", "a.example, b.example"],
  [false, "http://a.example,b.example/", "a.example,b.example"],
  [false, "http://a.example/x?/say", "a.example/x?"],
  [false, "http://a.example/", "user@a.example"],
  [false, "http://a.example/", "a.example#"],
  [false, "http://a.example/", "a.example\\x"],
  [false, "http://a.example/", "a.example:80:80"],
  [false, "http://a.example/", "::1"],
  [false, "http://a.example:x/", null],
])("%s: %s with %j", (expected, url, host) => {
  const headers = new Headers(host === null ? {} : { host });
  expect(hasOneHost({ url, headers })).toBe(expected);
});
