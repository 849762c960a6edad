import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepsThrough } from "./bounded-expression.ts";
import { LIMITS } from "./limits.ts";
import { tooMuchToServe } from "./policy.ts";

const PLACES = 327;
/** To begin the one branch and to look for `^`, from everywhere; `$` and the end, from one place. */
const ANCHORS = PLACES + PLACES + 1 + 1;

const COUNTED: readonly (readonly [expression: RegExp, steps: number])[] = [
  [/^abc$/, ANCHORS + 3],
  [/^a{100}$/, ANCHORS + 100],
  [/^ab?$/, ANCHORS + 2 + 2],
  [/^(?:a|b|cd)$/, ANCHORS + 3 + 4 + 4],
  [/^a*$/, 2 * PLACES + PLACES + 2 * PLACES],
  [/^a*b{2}$/, 2 * PLACES + PLACES + (2 * PLACES - 1) + 2 * (PLACES - 2)],
  [/a/, PLACES + PLACES + (PLACES - 1)],
];

const SERVED: readonly RegExp[] = [
  /^https:\/\/app-git-[a-z0-9-]+-team\.vercel\.app$/,
  /^https:\/\/app-[a-z0-9]+-team-[a-z0-9-]+\.vercel\.app$/,
  /^https:\/\/[a-z0-9-]+-git-[a-z0-9-]+-team\.vercel\.app$/,
  /^https:\/\/deploy-preview-\d+--[a-z0-9-]+\.netlify\.app$/,
  /^https:\/\/[a-f0-9]{8}\.[a-z0-9-]+\.pages\.dev$/,
  /^https:\/\/[a-z0-9-]+\.[a-z0-9-]+\.example\.co\.uk$/,
  /^https?:\/\/(?:[a-z0-9-]+\.)?example\.com(?::\d{1,5})?$/,
  /^[a-z]+-[a-z]*$/i,
];

const TOO_LONG: readonly RegExp[] = [
  /^(?:[^!]*[^!]*[^!]{110}!|[^!]*[^!]*[^!]{110}@)$/,
  new RegExp(`^[^!]*[^!]*${"[^!]".repeat(45)}!$`),
  /^a+a+a+$/,
  new RegExp(`^${"(?:a|a)".repeat(20)}$`),
  new RegExp(`^${"(?:||)".repeat(30)}!$`),
  new RegExp(`${"a*".repeat(99)}!$`),
  /[^!]*[^!]*!/,
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

describe("stepsThrough", () => {
  it.each(COUNTED)("%s", (expression, steps) => {
    expect(stepsThrough(expression)).toBe(steps);
  });

  it.each(REFUSED)("can't tell for %s", (expression) => {
    expect(stepsThrough(expression)).toBeUndefined();
  });
});

describe("tooMuchToServe", () => {
  it.each(SERVED)("is not %s", (origin) => {
    expect(tooMuchToServe({ origin })).toBeUndefined();
  });

  it.each(TOO_LONG)("is %s", (origin) => {
    expect(tooMuchToServe({ origin })).toContain("too long");
  });

  it("is what adds up", () => {
    const origin = (length: number) => Array.from({ length }, () => /^a+a+$/);
    expect(tooMuchToServe({ origin: origin(5) })).toBeUndefined();
    expect(tooMuchToServe({ origin: origin(10) })).toContain("too long");
  });
});

const piece = fc.constantFrom(
  ..."a|b|.|[a-z]|\\d|a?|a+|.*|[a-z.:/-]*|(?:a|a)|(a|b)?|a{1,3}|(a*)+|(?:.?)|\\.|(?:a+)?".split(
    "|",
  ),
  "(?:a|a)",
  "(a|b|.)",
  "[^!]*",
  "[^!]{110}",
  "(?:[^!]*.{40}@|[^!]*)",
);

describe("every expression that is let through", () => {
  it("comes to its end, whatever the origin", () => {
    let tried = 0;
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 24 }),
        fc.constantFrom("a", "ab", "a.", "/:"),
        (pieces, unit) => {
          const expression = expressionOf(`^${pieces.join("")}$`);
          fc.pre(
            expression !== undefined && (stepsThrough(expression) ?? Infinity) <= LIMITS.steps,
          );
          tried += 1;
          const origin = `${unit.repeat(326).slice(0, 325)}!`;
          expect(expression.test(origin)).toBeTypeOf("boolean");
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
