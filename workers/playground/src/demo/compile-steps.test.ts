import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepsToCompile } from "./compile-steps.ts";
import { LIMITS } from "./limits.ts";
import { compilePolicy, tooMuchToServe } from "./policy.ts";

describe("stepsToCompile", () => {
  it.each<[RegExp, number]>([
    [/^https:\/\/a\.example$/, 0],
    [/^https:\/\/a\.example$/iu, 0],
    [/^[\w.-]+\W\S\D.$/, 0],
    [/^[\w.-]+$/i, 0],
    [/^[^!]+\w\d\s\.$/iu, 0],
    [/^.$/i, 1],
    [/^\W\S\D$/iu, 3],
    [/^[\W]$/i, 1],
    [/^[^\W\S]$/i, 1],
    [/^[à-ÿ]$/i, 1],
    [/^[^]$/i, 1],
    [/^\\W$/i, 0],
    [/^[\\W]$/i, 0],
    [/^[.]$/i, 0],
  ])("%s has %i large sets", (expression, count) => {
    const { length } = expression.source;
    expect(stepsToCompile(expression)).toBe(length * 100 + count * 40_000);
  });
});

/** Of each of these an engine looks up the other cases of very many characters. */
const sets = ["\\W", "\\S", "\\D", ".", "[^\\W]", "[\\W\\d\\s]", "[ -￿]", "[^]", "[à-ÿ]"];
const others = ["a", "\\w", "\\d", "[a-z]", "a?", "a{3}", "é", "-", "x", "[^!]"];
const expressions = fc.tuple(
  fc.constantFrom(...sets, ...others),
  fc.integer({ min: 1, max: 99 }),
  fc.constantFrom("", "i", "u", "iu"),
  fc.stringMatching(/^[a-z]{8}$/u),
);

describe("a policy of expressions", () => {
  it.each([
    ["20 of 87 \\W under iu", "\\W", 87, 20],
    ["one of 87 \\W under iu", "\\W", 87, 1],
    ["20 of 63 dots under iu", ".", 63, 20],
    ["20 of 20 [^\\W] under iu", "[^\\W]", 20, 20],
  ])("is not served: %s", (_, unit, count, times) => {
    const origin = Array.from(
      { length: times },
      (_unused, index) => new RegExp(`^${index}${unit.repeat(count)}$`, "iu"),
    );
    expect(tooMuchToServe({ origin })).toContain("too long");
  });

  it("has few large sets and few characters, if it is served", () => {
    let served = 0;
    const policies = fc.array(expressions, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(policies, (drawn) => {
        const origin = drawn.map(expressionOf);
        const text = `{ origin: [${origin.join(", ")}] }`;
        fc.pre(text.length <= LIMITS.text);
        if (tooMuchToServe({ origin }) !== undefined) return;
        served += 1;
        compilePolicy(text).cors?.allows(`https://${"a".repeat(318)}`);
        const large = drawn.map(([unit, count, flags]) =>
          sets.includes(unit) && flags.includes("i") ? Math.min(count, mostOf(unit)) : 0,
        );
        expect(sum(large)).toBeLessThanOrEqual(25);
        expect(sum(origin.map(({ source }) => source.length))).toBeLessThanOrEqual(10_000);
      }),
      { numRuns: 300 },
    );
    expect(served).toBeGreaterThan(50);
  });
});

function expressionOf([unit, count, flags, name]: readonly [string, number, string, string]) {
  return new RegExp(`^${name}${unit.repeat(Math.min(count, mostOf(unit)))}$`, flags);
}

/** How many of them an expression may be long, behind its name. */
function mostOf(unit: string): number {
  return Math.floor((LIMITS.expression - 10) / unit.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
