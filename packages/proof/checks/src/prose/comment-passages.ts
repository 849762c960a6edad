import { type Comment, parseSync } from "oxc-parser";
import { countLineEnds, type Passage } from "./passage.ts";
import { pagePassages, type ReadCode } from "./page-passages.ts";

/** Languages of code blocks whose comments a reader reads. */
const SCRIPT = /^(?:[mc]?[jt]s|[jt]sx)$/;
/** Comments that speak to a compiler. The words behind them are read by people. */
const DIRECTIVE = /^\s*(?:@ts-(?:expect-error|ignore|nocheck)|[/#].*|(?:ox|es)lint-.*?(?:--|$))/;
/** What names the tag of a TSDoc comment, and the parameter that it is about. */
const TAG = /^\s*@(?:(?:param|typeParam|template)\s+\S+|throws\s+\{\S+\}|\w+)[ \t]*/;
const LINK = /\{@link\s+([^}|\s]+)[^}]*\}/g;
const ADDRESS = /https?:\/\/\S+/g;

/** The passages of the comments of a source, and of the code blocks in them. */
export function commentPassages(file: string, source: string, firstLine = 1): readonly Passage[] {
  return joinLines(source, parseSync(file, source).comments).flatMap(({ start, lines }) =>
    sections(lines, firstLine + countLineEnds(source.slice(0, start))).flatMap(({ text, line }) =>
      pagePassages(text, { kind: "comment", readCode: readScript }, line),
    ),
  );
}

/** Reads the comments of a code block in TypeScript or JavaScript. */
export const readScript: ReadCode = (language, code, line) => {
  const [name = ""] = language.split(" ");
  return SCRIPT.test(name) ? commentPassages(`block.${name}`, code, line) : [];
};

interface Remark {
  /** Where it begins in the source. */
  readonly start: number;
  readonly lines: readonly string[];
}

/** A block comment is a remark; so are line comments with nothing but space between them. */
function joinLines(source: string, comments: readonly Comment[]): readonly Remark[] {
  const remarks: { start: number; end: number; lines: string[]; isBlock: boolean }[] = [];
  for (const { type, value, start, end } of comments) {
    const last = remarks.at(-1);
    const isBlock = type === "Block";
    const lines = isBlock ? blockLines(value) : [value.replace(DIRECTIVE, "").trim()];
    if (last && !last.isBlock && !isBlock && /^\n[ \t]*$/.test(source.slice(last.end, start))) {
      last.lines.push(...lines);
      last.end = end;
    } else {
      remarks.push({ start, end, lines, isBlock });
    }
  }
  return remarks;
}

function blockLines(value: string): string[] {
  return value.split("\n").map((line) => line.replace(/^\s*\*? ?/, ""));
}

/** A remark in parts, each of which begins with a tag of TSDoc. */
function sections(
  lines: readonly string[],
  firstLine: number,
): readonly { readonly text: string; readonly line: number }[] {
  const parts: { lines: string[]; line: number }[] = [{ lines: [], line: firstLine }];
  for (const [index, line] of lines.entries()) {
    const isTag = TAG.test(line);
    if (isTag) parts.push({ lines: [], line: firstLine + index });
    parts.at(-1)?.lines.push(isTag ? line.replace(TAG, "") : line);
  }
  return parts.map(({ lines, line }) => ({ text: plain(lines.join("\n")), line }));
}

function plain(text: string): string {
  return text.replace(LINK, "`$1`").replace(ADDRESS, "`$&`");
}
