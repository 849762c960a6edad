import type { Change } from "../changes/change.ts";
import type { Explanation } from "../migration/explanation.ts";

const HEADINGS = ["", "before", "Crossgate", "because"];

export function renderChanges(changes: readonly Change[]): string {
  const rows = changes.map(({ what, theirs, ours, because }) => [what, theirs, ours, because]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(3, heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [HEADINGS, rule, ...rows].map(line).join("\n");
}

export function renderExplanations(explanations: readonly Explanation[]): string {
  return explanations.map(({ because }, index) => `${index + 1}. ${because}`).join("\n");
}
