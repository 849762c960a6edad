import { afterEach, describe, expect, test, vi } from "vitest";
import { isOrigin, withoutPort } from "./origin.ts";

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
