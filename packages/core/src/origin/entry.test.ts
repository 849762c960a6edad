import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CorsConfigError } from "../config-error.ts";
import { createCors } from "../cors.ts";
import type { OriginPattern } from "../options.ts";
import { isInPatterns, originProblem, patternDepth } from "./entry.ts";

/** What a policy with this entry alone says of it. */
function policyProblem(entry: string): string | undefined {
  try {
    createCors({ origin: entry as OriginPattern });
    return undefined;
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error;
    return error.issues[0]?.message;
  }
}

describe("P3: an entry of a list that changes", () => {
  const part = fc.constantFrom(
    ..."http:// https:// tauri:// ws:// file:// * *. a b.example MyApp.com :8443 :443 :* / null 127.0.0.1 [::1] ü".split(
      " ",
    ),
  );

  test("is checked as in a policy, whatever it is", () => {
    const entry = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(entry, (entry) => {
        fc.pre(entry !== "*");
        expect([entry, originProblem(entry)]).toEqual([entry, policyProblem(entry)]);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ["*"],
    [""],
    [undefined],
    [null],
    [7],
    [/^https:\/\/a\.com$/],
    [["https://a.com"]],
    [{}],
  ])("is never %j", (entry) => {
    expect(originProblem(entry)).toMatch(/^(?:prohibited|missing) .+; write /);
  });

  test("that is longer than any origin is told in a line, whatever it is", () => {
    const label = "a".repeat(61);
    const longest = `https://*.${[label, label, label, label, "abc"].join(".")}:*`;
    expect([longest.length, originProblem(longest)]).toEqual([263, undefined]);
    for (const part of [
      " a",
      ",",
      "a*.b",
      "*-.a.a",
      "https://a.com ",
      "\\w",
      ".a",
      "'",
      "[",
      "ü",
    ]) {
      const problem = originProblem(`https://${part.repeat(100_000)}`);
      expect(problem).toMatch(
        /^invalid "https:.{0,300}longer than any origin; write an origin like /,
      );
    }
  });

  test("that is a pattern is met by its subdomains, whatever the depth of others", () => {
    const patterns = new Set(["https://*.a.example", "https://*.c.b.a.example:*"]);
    const depth = Math.max(...[...patterns].map(patternDepth));
    expect(depth).toBe(5);
    for (const [origin, isIn] of [
      ["https://x.a.example", true],
      ["https://y.x.a.example", true],
      ["https://a.example", false],
      ["https://c.b.a.example:8443", false],
      ["https://z.c.b.a.example:8443", true],
      [`https://${"x".repeat(400)}.a.example`, false],
      ["nonsense", false],
    ] as const) {
      expect([origin, isInPatterns(origin, patterns, depth)]).toEqual([origin, isIn]);
    }
    expect(isInPatterns("https://x.a.example", new Set(), 0)).toBe(false);
  });

  test("O3: is looked up as often as its patterns have labels, whatever was sent", () => {
    const countLookUps = (origin: string, depth: number): number => {
      let asked = 0;
      const has = (): boolean => {
        asked++;
        return false;
      };
      expect(isInPatterns(origin, { has }, depth)).toBe(false);
      return asked;
    };
    const deep = `https://${"x.".repeat(150)}a.example`;
    for (const depth of [2, 3, 10]) {
      const ofShallow = countLookUps(`https://${"x.".repeat(depth)}example`, depth);
      expect(ofShallow).toBeGreaterThan(0);
      expect(countLookUps(deep, depth)).toBe(ofShallow);
      expect(countLookUps(deep, depth)).toBe(2 * depth);
      expect(countLookUps("https://a.example", depth)).toBe(4);
    }
    expect(countLookUps(deep, 0)).toBe(0);
    expect(countLookUps(`${deep}${"x".repeat(326)}`, 3)).toBe(0);
  });
});
