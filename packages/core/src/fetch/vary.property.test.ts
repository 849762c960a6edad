import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeVary } from "./vary.ts";

type Merge = (existing: string, names: string) => string;

function members(value: string): string[] {
  return value
    .split(",")
    .map((member) => member.trim())
    .filter((member) => member !== "");
}

/** R4, member by member: the application's first, ours behind, each once whatever its case. */
const oracle: Merge = (existing, names) => {
  const merged: string[] = [];
  for (const member of [...members(existing), ...members(names)]) {
    if (member === "*") return "*";
    if (!merged.some((known) => known.toLowerCase() === member.toLowerCase())) merged.push(member);
  }
  return merged.join(", ");
};

const member = fc.constantFrom(
  "Origin",
  "origin",
  "ORIGIN",
  "Accept",
  "accept",
  "Accept-Encoding",
  "Access-Control-Request-Headers",
  "*",
  "",
  "Origins",
);
const separator = fc.constantFrom(",", ", ", " ,\t", ",,", ", , ");
const existing = fc
  .tuple(fc.array(member, { maxLength: 6 }), separator)
  .map(([list, comma]) => list.join(comma));
const names = fc.constantFrom("Origin", "Origin, Access-Control-Request-Headers");

/** A run ends with the first difference; how soon a planted bug shows one is chance. */
const PATIENCE = 100_000;

function agrees(merge: Merge, numRuns = 2000): void {
  const property = fc.property(existing, names, (existing, names) => {
    const merged = merge(existing, names);
    expect(members(merged)).toEqual(members(oracle(existing, names)));
    // R7: what is merged once stays as it is.
    expect(merge(merged, names)).toBe(merged);
  });
  fc.assert(property, { numRuns });
}

describe("R4: Vary", () => {
  test("agrees with the naive oracle", () => {
    expect(() => agrees(mergeVary)).not.toThrow();
  });

  const bugs: Record<string, Merge> = {
    "ours in place of the application's": (_, names) => names,
    "case matters": (existing, names) => [...new Set(members(`${existing},${names}`))].join(", "),
    "the last member lost": (existing, names) =>
      mergeVary(members(existing).slice(0, -1).join(","), names),
    "a name found inside another": (existing, names) =>
      existing.toLowerCase().includes(names.toLowerCase()) ? existing : mergeVary(existing, names),
    "a star in a list": (existing, names) =>
      mergeVary(existing, names) === "*" && existing !== "*"
        ? `${existing}, ${names}`
        : mergeVary(existing, names),
  };

  for (const [name, merge] of Object.entries(bugs)) {
    test(`the oracle finds a planted bug: ${name}`, () => {
      expect(() => agrees(merge, PATIENCE)).toThrow("Property failed");
    });
  }
});
