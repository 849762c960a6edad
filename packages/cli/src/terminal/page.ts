import { printable, printableLines } from "./printable.ts";
import type { Colors, Terminal } from "./terminal.ts";
import { indent } from "./wrap.ts";

type Style = (text: string) => string;

/** Text that grows from top to bottom: headings, paragraphs and lists of one width. */
export interface Page {
  readonly colors: Colors;
  /** A heading in its own colour, with what stands beside it. */
  heading(label: string, text: string, style: Style): void;
  /** A paragraph, wrapped, under the heading. Its text may be a stranger's. */
  say(text: string, style?: Style): void;
  /** A paragraph with a mark in front. */
  item(mark: string, text: string, style?: Style): void;
  /** Lines that are to be copied: never wrapped nor cut. */
  block(text: string, style?: Style): void;
  gap(): void;
  toString(): string;
}

const margin = "  ";
const plain: Style = (text) => text;

export function createPage({ colors, columns }: Terminal): Page {
  const lines: string[] = [];
  const push = (text: string, first: string, rest: string, style: Style): void => {
    const wrapped = indent(printable(text, 2000), columns, rest, first);
    lines.push(...wrapped.split("\n").map((line) => style(line)));
  };
  return {
    colors,
    heading(label, text, style) {
      if (lines.length > 0) lines.push("");
      const [first = "", ...rest] = indent(
        printable(text, 600),
        columns,
        margin,
        `${label}  `,
      ).split("\n");
      lines.push(`${colors.bold(style(label))}${first.slice(label.length).trimEnd()}`, ...rest);
    },
    say: (text, style = plain) => push(text, margin, margin, style),
    item: (mark, text, style = plain) =>
      push(text, `${margin}${mark} `, `${margin}${" ".repeat(mark.length)} `, style),
    block(text, style = plain) {
      for (const line of printableLines(text).split("\n")) {
        lines.push(line === "" ? "" : `${margin}${margin}${style(line)}`);
      }
    },
    gap: () => void lines.push(""),
    toString: () => `${lines.join("\n")}\n`,
  };
}
