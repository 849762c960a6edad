import { describe, expect, test } from "vitest";
import { anchor, WHOLE_ORIGIN } from "./expression.ts";

describe("P4: the source of a RegExp for origins", () => {
  test.each([
    /^https:\/\/a\.example$/,
    /^https:\/\/[a-z.]+\.example$/,
    /^https:\/\/[\]\\.]\.example$/,
    /^https:\/\/.*\.example$/,
    /^https:\/\/.+\.example$/,
    /^https:\/\/.?a\.example$/,
    /^https:\/\/.{3}a\.example$/,
    /^$/,
    /^a|b$/,
  ])("%s is taken", ({ source }) => {
    expect(WHOLE_ORIGIN.test(source)).toBe(true);
  });

  test.each([
    /https:\/\/a\.example$/,
    /x^https:\/\/a\.example$/,
    /(^https:\/\/a\.example$)/,
    /^https:\/\/a\.example/,
    /^https:\/\/a\.example$x/,
    /^https:\/\/a\.example\$/,
    /^https:\/\/a\.example[$]/,
    /^https:\/\/a.example$/,
    /^https:\/\/a\\.example$/,
    /^.$/,
    /^a.|b$/,
    /$/,
    /^/,
  ])("%s is not", ({ source }) => {
    expect(WHOLE_ORIGIN.test(source)).toBe(false);
  });

  test("holds for the whole of a text in each of its branches", () => {
    const anchored = anchor(/^a|b$/i);
    expect(["a", "B", "ax", "xb", ""].map((text) => anchored.test(text))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(anchored.flags).toBe("i");
  });
});
