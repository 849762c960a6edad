import type { Failure, Report } from "./report.ts";

/** One line for each runtime and subject. */
export function formatTable(reports: readonly Report[]): string {
  const rows = reports.flatMap(({ runtime, version, subjects }) =>
    subjects.map(({ subject, passed, failed, inexpressible }) => [
      `${runtime} ${version}`,
      subject,
      String(passed),
      String(countCases(failed)),
      String(inexpressible.length),
    ]),
  );
  const table = [["runtime", "subject", "passed", "failed", "inexpressible"], ...rows];
  const widths = table[0]?.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map((row) =>
      row
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths?.[column] ?? 0) : cell.padStart(widths?.[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}

/** Why cases were not run, most frequent reason first. */
export function formatInexpressible(report: Report): string {
  const counts = new Map<string, number>();
  for (const { reason } of report.subjects.flatMap(({ inexpressible }) => inexpressible)) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => `  ${report.runtime}: not put ${count} times: ${reason}`)
    .join("\n");
}

/** Which expectations each subject could not show, and of how many requests. */
export function formatUnobserved({ runtime, subjects }: Report): string {
  return subjects
    .map(({ subject, unobserved }) => [subject, Object.entries(unobserved)] as const)
    .filter(([, counts]) => counts.length > 0)
    .map(([subject, counts]) => {
      const texts = counts.map(([what, count]) => `${what} ${count} times`);
      return `  ${runtime}, ${subject}: not seen: ${texts.join(", ")}`;
    })
    .join("\n");
}

export function formatFailure(runtime: string, failure: Failure): string {
  const { subject, id, rules, step, differences } = failure;
  const where = step === undefined ? "" : `, request ${step + 1}`;
  const lines = differences.flatMap(({ what, expected, got }) => [
    `    ${what}`,
    `      expected ${shorten(expected)}`,
    `      got      ${shorten(got)}`,
  ]);
  return [`✗ ${id} (${rules.join(", ")}) on ${runtime}, ${subject}${where}`, ...lines].join("\n");
}

/** A case of several requests may fail several times, and is still one case. */
export function countCases(failures: readonly Failure[]): number {
  return new Set(failures.map(({ id }) => id)).size;
}

function shorten(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text;
}
