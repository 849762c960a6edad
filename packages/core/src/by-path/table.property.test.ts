import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PathPattern } from "./pattern.ts";
import { RuleTable } from "./table.ts";

/** A linear scan, in declared order. */
function firstByScan(rules: readonly PathPattern[], path: string): number {
  const index = rules.findIndex((rule) => covers(rule, path));
  return index < 0 ? Infinity : index;
}

function covers({ base, isTree }: PathPattern, path: string): boolean {
  return path === base || path === `${base}/` || (isTree && path.startsWith(`${base}/`));
}

const segment = fc.constantFrom("a", "b", "ab", "a.b", "caf%C3%A9");
const base = fc
  .array(segment, { maxLength: 4 })
  .map((segments) => segments.map((name) => `/${name}`).join(""));
const pattern = fc.record({ base, isTree: fc.boolean() });
const patterns = fc.array(pattern, { maxLength: 12 });
const path = fc.tuple(base, fc.constantFrom("", "/")).map(([base, end]) => base + end || "/");

function fill(rules: readonly PathPattern[]): { table: RuleTable; kept: readonly boolean[] } {
  const table = new RuleTable();
  return { table, kept: rules.map((rule, index) => table.add(rule, index)) };
}

/** Every path of the alphabet, of up to five segments, with and without a slash at its end. */
const ALL_PATHS = allPaths();

function allPaths(): readonly string[] {
  const names = ["a", "b", "ab"];
  const paths = [""];
  for (let at = 0; paths[at]!.split("/").length <= 5; at++) {
    paths.push(...names.map((name) => `${paths[at]}/${name}`));
  }
  return paths.flatMap((path) => [path || "/", `${path}/`]);
}

describe("the table of rules", () => {
  test("has the first rule that a linear scan finds", () => {
    fc.assert(
      fc.property(patterns, path, (rules, path) => {
        expect(fill(rules).table.first(path)).toBe(firstByScan(rules, path));
      }),
      { numRuns: 20_000 },
    );
  });

  test("takes a rule if, and only if, there is a path for which it is the first", () => {
    const few = fc.array(
      fc.record({
        base: fc
          .array(fc.constantFrom("a", "b"), { maxLength: 3 })
          .map((segments) => segments.map((name) => `/${name}`).join("")),
        isTree: fc.boolean(),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(few, (rules) => {
        const reached = new Set(ALL_PATHS.map((path) => firstByScan(rules, path)));
        expect(fill(rules).kept).toEqual(rules.map((_, index) => reached.has(index)));
      }),
      { numRuns: 1_000 },
    );
  });

  test("has a rule for all paths of a pattern where each of them has the same first rule", () => {
    fc.assert(
      fc.property(patterns, pattern, (rules, pattern) => {
        const { table } = fill(rules);
        const rule = table.firstForAll(pattern);
        const covered = ALL_PATHS.filter((path) => covers(pattern, path));
        fc.pre(rule !== undefined);
        for (const path of covered) expect(firstByScan(rules, path)).toBe(rule);
      }),
      { numRuns: 1_000 },
    );
  });
});
