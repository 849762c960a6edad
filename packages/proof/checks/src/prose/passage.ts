export type PassageKind = "comment" | "heading" | "message" | "page";

/** Text that a person reads in one go: a paragraph, a cell of a table, a message. */
export interface Passage {
  readonly kind: PassageKind;
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  /** The words without markup. Line ends stay, so that a sentence has a line. */
  readonly text: string;
  /** The same, with an `X` for each character of code. It has the length of `text`. */
  readonly masked: string;
}

export interface Span {
  readonly text: string;
  readonly isCode?: boolean;
}

/** Joins words and code to a passage. */
export function toPassage(kind: PassageKind, line: number, spans: readonly Span[]): Passage {
  return {
    kind,
    line,
    text: spans.map(({ text }) => text).join(""),
    masked: spans.map(({ text, isCode }) => (isCode ? mask(text) : text)).join(""),
  };
}

export function countLineEnds(text: string): number {
  return text.split("\n").length - 1;
}

function mask(code: string): string {
  return "X".repeat(code.length);
}
