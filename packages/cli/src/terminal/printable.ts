import { printable as escapeUnseen } from "@crossgate/core/adapter";

/** A stranger's text as it may reach a terminal, on one line and of a bounded length. */
export function printable(text: string, limit = 300): string {
  const safe = escapeUnseen(text);
  if (safe.length <= limit) return safe;
  // Half of a pair of surrogates is no character.
  return `${safe.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** The same for text whose lines are ours; nothing is cut off. */
export function printableLines(text: string): string {
  return text.split("\n").map(escapeUnseen).join("\n");
}

/** A report as JSON: whatever strangers put into it, the text is safe to show, and reads back the same. */
export function printableJson(report: unknown): string {
  return `${printableLines(JSON.stringify(report, null, 2))}\n`;
}
