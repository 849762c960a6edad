import { describe, expect, test } from "vitest";
import { settle, sum, tallyOfTotals, tallyText } from "./tally.ts";

test.each([
  ["4 passed, 0 failed\n", { passed: 4, failed: 0, skipped: 0 }],
  ["1 passed, 0 failed\nmore\n9 passed, 2 failed, 3 skipped", { passed: 9, failed: 2, skipped: 3 }],
  ["all is well", { passed: 0, failed: 0, skipped: 0 }],
  ["not 3 passed, 1 failed", { passed: 0, failed: 0, skipped: 0 }],
])("totals of %j", (output, expected) => {
  expect(tallyOfTotals(output)).toEqual(expected);
});

describe("settling a stage", () => {
  test("a failing command has a failure, whatever it counted", () => {
    expect(settle({ passed: 5, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  });
  test("a stage that ran nothing has failed", () => {
    expect(settle({ passed: 0, failed: 0, skipped: 7 }, 0).failed).toBe(1);
  });
  test("failures are not counted twice", () => {
    expect(settle({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  });
});

test("tallies add up, and skipped ones are named only when there are any", () => {
  const total = sum([
    { passed: 1, failed: 2, skipped: 0 },
    { passed: 3, failed: 4, skipped: 5 },
  ]);
  expect(tallyText(total)).toBe("4 passed, 6 failed, 5 skipped");
  expect(tallyText({ ...total, skipped: 0 })).toBe("4 passed, 6 failed");
});
