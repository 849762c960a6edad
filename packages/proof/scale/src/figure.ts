/** A number of the page, and whether it is what was promised. */
export interface Figure {
  readonly text: string;
  readonly isMet: boolean;
}

/** A table, and the names of the rows in which something is not as promised. */
export interface Table {
  readonly text: string;
  readonly problems: readonly string[];
}

export function figure(value: number, isMet: boolean, unit: string): Figure {
  return { text: `${value}${unit}`, isMet };
}

/** A table whose first column has the names of its rows. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly [name: string, figures: readonly Figure[]])[],
): Table {
  const lines = [
    `| ${head.join(" | ")} |`,
    `| --- |${" ---: |".repeat(head.length - 1)}`,
    ...rows.map(
      ([name, figures]) => `| ${name} | ${figures.map(({ text }) => text).join(" | ")} |`,
    ),
  ];
  const problems = rows
    .filter(([, figures]) => figures.some(({ isMet }) => !isMet))
    .map(([name]) => name);
  return { text: lines.join("\n"), problems };
}
