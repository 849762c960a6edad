import { join } from "node:path";
import { expect, test } from "vitest";
import type { VitestReport } from "./tally.ts";
import { toldOfOutput, toldOfVitest } from "./told.ts";
import { ROOT } from "./workspace.ts";

function reportOf(
  file: Partial<VitestReport["testResults"][number]>,
  ...tests: VitestReport["testResults"][number]["assertionResults"]
): VitestReport {
  return {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      {
        name: join(ROOT, "packages/a.test.ts"),
        status: "passed",
        message: "",
        ...file,
        assertionResults: tests,
      },
    ],
  };
}

test("a failed test is told by its file, its title and the first line of its reason", () => {
  const report = reportOf(
    { status: "failed" },
    {
      status: "failed",
      fullName: "adds up",
      failureMessages: ["Error: 3 is not 4\n    at a.ts:1"],
    },
    { status: "passed", fullName: "is quiet", failureMessages: [] },
  );
  expect(toldOfVitest(report)).toEqual(["failed: packages/a.test.ts: adds up: Error: 3 is not 4"]);
});

test("a test that passed at its second try, and a skipped one, are told too", () => {
  const report = reportOf(
    {},
    { status: "passed", fullName: "asks a browser", failureMessages: ["Error: it stalled"] },
    { status: "skipped", fullName: "asks another", failureMessages: [] },
  );
  expect(toldOfVitest(report)).toEqual([
    "second try: packages/a.test.ts: asks a browser: Error: it stalled",
    "skipped: packages/a.test.ts: asks another",
  ]);
});

test("a file that failed without a failed test is told by its own message", () => {
  expect(toldOfVitest(reportOf({ status: "failed", message: "no server\nstack" }))).toEqual([
    "failed: packages/a.test.ts: the file itself: no server",
  ]);
});

test("of a command's output the last twelve lines are told, long ones cut", () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  const told = toldOfOutput(`${lines.join("\n")}\n${"x".repeat(400)}\n`);
  expect(told).toHaveLength(12);
  expect(told[0]).toBe("line 9");
  expect(told[11]).toBe(`${"x".repeat(300)}…`);
});
