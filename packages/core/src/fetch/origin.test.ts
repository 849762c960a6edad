import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { isOrigin, isPlainLabel, withoutPort } from "./origin.ts";

describe("O3: the URL parser", () => {
  afterEach(() => vi.restoreAllMocks());

  test.each([
    "https://myapp.com",
    "https://a-b_c.myapp.com.",
    "https://localhost:8443",
    "https://1.2.3.4a.example",
    "https://x--n.example",
    "http://myapp.com",
    "http://localhost:3000",
    `https://${"a".repeat(63)}.example`,
  ])("is not asked about %s, an ordinary name", (text) => {
    const parse = vi.spyOn(URL, "parse");
    expect(isOrigin(text)).toBe(true);
    expect(parse).not.toHaveBeenCalled();
  });

  test.each([
    "https://myapp.com/",
    "https://.myapp.com",
    "https://myapp..com",
    "https://myapp.com:0",
    "https://myapp.com:443",
    "https://MyApp.com",
    "https://",
    "https://.",
    "https://[::1]a",
    "http://[::1]:80",
    `https://${"a".repeat(64)}.example`,
    `https://${"a.".repeat(160)}example`,
  ])("is not asked about %s, which no page has", (text) => {
    const parse = vi.spyOn(URL, "parse");
    expect(isOrigin(text)).toBe(false);
    expect(parse).not.toHaveBeenCalled();
  });

  test.each([
    ["https://127.0.0.1", true],
    ["https://127.1", false],
    ["https://127.0.0.1.", false],
    ["https://a.0x7f", false],
    ["https://xn--bcher-kva.example", true],
    ["https://[2001:db8::1]:8443", true],
    ["https://[0::1]", false],
    ["capacitor://localhost", true],
    ["http_://localhost", false],
  ])("is asked once about %s, since only it can tell", (text, expected) => {
    const parse = vi.spyOn(URL, "parse");
    expect(isOrigin(text)).toBe(expected);
    expect(parse).toHaveBeenCalledTimes(1);
  });
});

describe("withoutPort", () => {
  test.each([
    ["https://myapp.com", "https://myapp.com"],
    ["https://myapp.com:8443", "https://myapp.com"],
    ["https://a:8", "https://a"],
    ["https://[2001:db8::1]", "https://[2001:db8::1]"],
    ["https://[2001:db8::1]:8443", "https://[2001:db8::1]"],
    ["capacitor://localhost", "capacitor://localhost"],
  ])("of %s is %s", (origin, expected) => {
    expect(withoutPort(origin)).toBe(expected);
  });
});

describe("O1: a plain label", () => {
  test.each([
    ["a", true],
    ["z9", true],
    ["a0b", true],
    ["a".repeat(63), true],
    ["a".repeat(64), false],
    ["", false],
    ["1a", false],
    ["a-", false],
    ["a-b", false],
    ["a_b", false],
    ["a.b", false],
    ["A", false],
    ["a{", false],
    ["a`", false],
    ["a/", false],
    ["a:", false],
    ["\u00e9", false],
  ])("%j: %s", (label, expected) => {
    expect(isPlainLabel(`https://${label}.a`, 8, 8 + label.length)).toBe(expected);
  });

  // Hebrew and Arabic names have rules for the labels in front of them.
  const names = [
    "a.com",
    "localhost",
    "x_y.example.",
    "xn--4dbrk0ce",
    "a.xn--mgbh0fb.xn--kgbechtv",
  ];

  test("makes an origin of every name that it stands in front of", () => {
    const label = fc.stringMatching(/^[a-z0-9-]{1,64}$/);
    const rest = fc.tuple(fc.constantFrom(...names), fc.constantFrom("", ":8443"));
    const property = fc.property(label, rest, (label, [name, port]) => {
      const origin = `https://${label}.${name}${port}`;
      return !isPlainLabel(origin, 8, 8 + label.length) || isOrigin(origin);
    });
    expect(() => fc.assert(property, { numRuns: 3000 })).not.toThrow();
  });
});
