import { describe, expect, it } from "vitest";
import { ALL_ACCEPTED, acceptedEncodings } from "./accepted-encodings.ts";

describe("acceptedEncodings", () => {
  it.each([
    [undefined, "identity"],
    ["", "identity"],
    ["identity", "identity"],
    ["gzip", "gzip"],
    ["GZIP;q=0.5", "gzip"],
    ["gzip, deflate, br, zstd", "br, gzip"],
    ["br;q=0.1, gzip;q=0.9", "br, gzip"],
    ["br", "br"],
    ["*", "br, gzip"],
    ["gzip;q=0, *", "br"],
    ["gzip;q=0", "identity"],
  ])("%s: %s", (given, expected) => {
    const headers = new Headers(given === undefined ? {} : { "accept-encoding": given });
    expect(acceptedEncodings(headers)).toBe(expected);
    expect(ALL_ACCEPTED).toContain(expected);
  });
});
