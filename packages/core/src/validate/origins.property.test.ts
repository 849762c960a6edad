import fc from "fast-check";
import { expect, test } from "vitest";
import { createCors } from "../cors.ts";
import { isOrigin } from "../fetch/origin.ts";

function isTaken(origin: string): boolean {
  try {
    createCors({ origin });
    return true;
  } catch {
    return false;
  }
}

const label = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-z0-9_-]{1,4}$/) },
  fc.constantFrom("", "xn--a", "xn--4dbrk0ce", "a.", "A", "é", "%61", "a b", "a\n", "@", "1"),
  fc.constantFrom(...[62, 63, 64].map((length) => "a".repeat(length))),
);
const text = fc
  .tuple(
    fc.array(label, { minLength: 1, maxLength: 6 }),
    fc.constantFrom("", ".com", ".com.", ":8443", "/"),
  )
  .map(([labels, end]) => `https://${labels.join(".")}${end}`);

test("O1: an entry under https: without a * is taken if, and only if, browsers send it", () => {
  const property = fc.property(text, (origin) => {
    expect([origin, isTaken(origin)]).toEqual([origin, isOrigin(origin)]);
  });
  expect(() => fc.assert(property, { numRuns: 5000 })).not.toThrow();
});

test.each([
  ["com", 326, true],
  ["comx", 327, false],
])("O2: one that ends in %s, of %i bytes: %s", (suffix, length, expected) => {
  const origin = `https://${"ab.".repeat(105)}${suffix}`;
  expect([origin.length, isTaken(origin)]).toEqual([length, expected]);
});
