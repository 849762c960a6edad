import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { echoRequestHeaders } from "./request-headers.ts";

/** The names that are echoed, as the header spells them. */
function echoed(value: string): string {
  return echoRequestHeaders(value).join(",");
}

type Echo = (value: string) => string;

/** A4, one element at a time. */
const oracle: Echo = (value) => {
  const names: string[] = [];
  for (const element of value.split(",")) {
    const name = element.replace(/^\s+|\s+$/g, "");
    const isToken = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name);
    const lower = name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    if (isToken && !names.includes(lower)) names.push(lower);
  }
  const isBounded = value.length <= 2048 && names.length <= 64;
  return isBounded ? names.join(",") : "";
};

const name = fc.oneof(
  fc.constantFrom("x-a", "X-A", "authorization", "content-type", "*", "a'b|c~d", "x"),
  fc.constantFrom("", "x a", "x\u00e9", "\u212a", "x(y)", '"x"', "x:y", "x/y", "@"),
  fc.nat(90).map((index) => `x-${index}`),
);
const separator = fc.constantFrom(",", ", ", "\t,", " , ", ",,");
const list = fc
  .tuple(fc.array(name, { maxLength: 90 }), separator)
  .map(([names, comma]) => names.join(comma));
/** So many different names, or so many bytes in one name: at the bounds, and one beyond. */
const manyNames = fc.constantFrom(63, 64, 65).map((count) => [...Array(count).keys()].join(","));
const manyBytes = fc.constantFrom(2047, 2048, 2049).map((length) => "x".repeat(length));

/** A run ends with the first difference; how soon a planted bug shows one is chance. */
const PATIENCE = 100_000;

function agrees(echo: Echo, numRuns = 2000): void {
  const property = fc.property(fc.oneof(list, manyNames, manyBytes), (value) => {
    expect(echo(value)).toBe(oracle(value));
  });
  fc.assert(property, { numRuns });
}

describe("A4: the echo of Access-Control-Request-Headers", () => {
  test("agrees with the naive oracle", () => {
    expect(() => agrees(echoed)).not.toThrow();
  });

  test("says nothing to nothing", () => {
    expect(echoed("")).toBe("");
    expect(echoed(" , ,")).toBe("");
  });

  const bugs: Record<string, Echo> = {
    "the last element lost": (value) => echoed(value.split(",").slice(0, -1).join(",")),
    "no case folding": (value) => {
      const kept = new Set(
        value
          .split(",")
          .map((element) => element.trim())
          .filter((element) => oracle(element) !== ""),
      );
      return echoed(value) && [...kept].join(",");
    },
    "65 names": (value) => echoed(value.replace(/,64$/, "")),
    "2049 bytes": (value) => echoed(value.slice(0, 2048)),
    "cut short": (value) => echoed(value.split(",").slice(0, 64).join(",")),
    "junk kept": (value) => echoed(value) || value,
    "lower-cased before it is checked": (value) => echoed(value.toLowerCase()),
  };

  for (const [name, echo] of Object.entries(bugs)) {
    test(`the oracle finds a planted bug: ${name}`, () => {
      expect(() => agrees(echo, PATIENCE)).toThrow("Property failed");
    });
  }
});
