/** A Markdown table; the first column is text, all others are figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index === 0 ? "---" : "--:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A line of a table: its text, and its figures. */
export function line(text: string, figures: readonly string[]): readonly string[] {
  return [text, ...figures];
}

export function nanoseconds(value: number): string {
  return Math.abs(value) < 9_995 ? `${value.toFixed(0)} ns` : `${(value / 1_000).toFixed(1)} µs`;
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(bytes < 99_950 ? 2 : 0)} kB`;
}
