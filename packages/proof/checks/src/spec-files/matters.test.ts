import { describe, expect, test } from "vitest";
import { rulesHitAsHard, sample } from "./matters.ts";

const cases = [
  { id: "max-age", rules: ["P10"] },
  { id: "max-age-as-sent", rules: ["P10", "A1"] },
  { id: "preflight", rules: ["A1"] },
  { id: "denied", rules: ["A2"] },
];

function hitAsHard(rule: string, ...failed: readonly string[]): number {
  return rulesHitAsHard(rule, cases, new Set(failed));
}

describe("a fault", () => {
  test("is one of the rule whose cases alone fail", () => {
    expect(hitAsHard("P10", "max-age", "max-age-as-sent")).toBe(0);
    expect(hitAsHard("A2", "denied")).toBe(0);
  });

  test("hits no rule whose cases pass", () => {
    expect(hitAsHard("A1", "max-age")).toBe(Infinity);
  });

  test("that stops everything is one of no rule", () => {
    const all = cases.map(({ id }) => id);
    expect(["P10", "A1", "A2"].map((rule) => hitAsHard(rule, ...all))).toEqual([2, 2, 2]);
  });

  test("is told by cases that do not cite both rules", () => {
    // A1 fails where P10 does, and its own case passes.
    expect(hitAsHard("P10", "max-age-as-sent")).toBe(0);
  });
});

test("a sample has a few cases of each kind, from all over it", () => {
  const many = Array.from({ length: 100 }, (_, index) => ({ id: `${index}`, rules: ["O1"] }));
  const ids = sample([...many, ...cases]).map(({ id }) => id);
  expect(ids.slice(0, 6)).toEqual(["0", "17", "34", "51", "67", "84"]);
  expect(ids.slice(6)).toEqual(cases.map(({ id }) => id));
});
