import { describe, expect, test } from "vitest";
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from "./method.ts";

const METHODS = "CONNECT DELETE GET HEAD OPTIONS PATCH POST PUT QUERY TRACE TRACK COPY".split(" ");

describe("P7: methods", () => {
  test.each(METHODS)("%s is what the standard makes of it", (method) => {
    const lower = method.toLowerCase();
    const isSafelisted = /^(GET|HEAD|POST)$/.test(method);
    const isForbidden = /^(CONNECT|TRACE|TRACK)$/.test(method);
    const isNormalized = /^(DELETE|GET|HEAD|OPTIONS|POST|PUT)$/.test(method);
    expect(isSafelistedMethod(method)).toBe(isSafelisted);
    expect(isSafelistedMethod(lower)).toBe(false);
    expect([isForbiddenMethod(method), isForbiddenMethod(lower)]).toEqual([
      isForbidden,
      isForbidden,
    ]);
    expect(normalizeMethod(method)).toBe(method);
    expect(normalizeMethod(lower)).toBe(isNormalized ? method : lower);
  });

  test.each(["", "GETX", "XGET", "TRACERT", "ge t"])("%j is none of them", (text) => {
    expect(isSafelistedMethod(text)).toBe(false);
    expect(isForbiddenMethod(text)).toBe(false);
    expect(normalizeMethod(text)).toBe(text);
  });
});
