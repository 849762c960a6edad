import { describe, expect, it } from "vitest";
import { forwardsLeft } from "./max-forwards.ts";

describe("forwardsLeft (RFC 9110, 7.6.2)", () => {
  it.each([
    ["OPTIONS", "0", 0],
    ["OPTIONS", "10", 10],
    ["OPTIONS", undefined, undefined],
    ["OPTIONS", "-1", undefined],
    ["OPTIONS", "soon", undefined],
    ["GET", "0", undefined],
  ])("%s, %s: %s", (method, value, expected) => {
    const headers = value === undefined ? {} : { "max-forwards": value };
    expect(forwardsLeft(new Request("https://a.com/", { method, headers }))).toBe(expected);
  });
});
