import { relative } from "node:path";
import type { VitestReport } from "./tally.ts";
import { ROOT } from "./workspace.ts";

const LONGEST_LINE = 300;
const LAST_LINES = 12;

/** A line for each test that failed, that was skipped, or that passed at its second try only. */
export function toldOfVitest(report: VitestReport): readonly string[] {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const tests = assertionResults.flatMap(({ status, fullName, failureMessages }) => {
      const [reason = ""] = failureMessages;
      if (status === "failed") return [told("failed", file, fullName, reason)];
      if (status !== "passed") return [told("skipped", file, fullName, "")];
      return failureMessages.length > 0 ? [told("second try", file, fullName, reason)] : [];
    });
    const unexplained = status === "failed" && !tests.some((line) => line.startsWith("failed"));
    return unexplained ? [told("failed", file, "the file itself", message), ...tests] : tests;
  });
}

/** The last lines of what a failed command printed. */
export function toldOfOutput(output: string): readonly string[] {
  return output.trimEnd().split("\n").slice(-LAST_LINES).map(short);
}

function told(what: string, file: string, title: string, reason: string): string {
  const [first = ""] = reason.split("\n");
  return short(`${what}: ${file}: ${title}${first === "" ? "" : `: ${first}`}`);
}

function short(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}
