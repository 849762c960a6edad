import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { waysThrough } from "./bounded-expression.ts";
import { LIMITS } from "./limits.ts";
import { tooMuchToServe } from "./policy.ts";

const COUNTED: readonly (readonly [expression: RegExp, ways: number])[] = [
  [/^https:\/\/a\.example$/, 1],
  [/^https?:\/\/a$/, 2],
  [/^https:\/\/pr-\d+\.example\.dev$/, 327],
  [/^https:\/\/[a-z0-9-]+\.example\.dev$/, 327],
  [/^https:\/\/(?:a|b|c)\.example(?::\d+)?$/, 3 * 328],
  [/^https:\/\/[a-z]{2,5}$/, 4],
  [/^[a-z]+-[a-z]*$/i, 327 * 327],
];

const REFUSED: readonly RegExp[] = [
  /^(a+)+$/,
  /^(?:[a-z]+\.)*example$/,
  /^(a|a)*$/,
  /^(?:a|b){2}$/,
  /^(.*)\1$/,
  /^(?=a)a$/,
  /^(?!a).$/,
  /^(?<=a)b$/,
  /^(?<name>a)$/,
  /^\p{L}$/u,
  /^\u0061$/,
  new RegExp("^[[a]--[b]]$", "v"),
  /^a{400}$/,
  /^\bx$/,
  new RegExp(`^${"a".repeat(300)}$`),
];

describe("waysThrough", () => {
  it.each(COUNTED)("%s", (expression, ways) => {
    expect(waysThrough(expression)).toBe(ways);
  });

  it.each(REFUSED)("can't tell for %s", (expression) => {
    expect(waysThrough(expression)).toBeUndefined();
  });

  it("refuses what multiplies", () => {
    expect(tooMuchToServe({ origin: /^a+a+a+$/ })).toContain("too long");
    expect(tooMuchToServe({ origin: new RegExp(`^${"(?:a|a)".repeat(20)}$`) })).toContain(
      "too long",
    );
    expect(tooMuchToServe({ origin: Array.from({ length: 5 }, () => /^a+a+$/) })).toContain(
      "too long",
    );
  });
});

const piece = fc.constantFrom(
  ..."a|b|.|[a-z]|\\d|a?|a+|.*|[a-z.:/-]*|(?:a|a)|(a|b)?|a{1,3}|(a*)+|(?:.?)|\\.|(?:a+)?".split(
    "|",
  ),
  "(?:a|a)",
  "(a|b|.)",
);

describe("every expression that is let through", () => {
  it("is done within a tenth of a second, whatever the origin", { timeout: 60_000 }, () => {
    let tried = 0;
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 24 }),
        fc.constantFrom("a", "ab", "a.", "/:"),
        (pieces, unit) => {
          const expression = expressionOf(`^${pieces.join("")}$`);
          fc.pre(expression !== undefined && (waysThrough(expression) ?? Infinity) <= LIMITS.ways);
          tried += 1;
          const origin = `${unit.repeat(326).slice(0, 325)}!`;
          const begin = performance.now();
          expression.test(origin);
          expect(performance.now() - begin).toBeLessThan(100);
        },
      ),
      { numRuns: 400 },
    );
    expect(tried).toBeGreaterThan(100);
  });
});

function expressionOf(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}
