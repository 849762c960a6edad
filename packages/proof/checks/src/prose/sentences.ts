import type { Passage } from "./passage.ts";

export interface Sentence {
  /** The line of the file on which it begins. */
  readonly line: number;
  readonly text: string;
  /** The text with an `X` for each character of code. */
  readonly masked: string;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a passage. A colon or a semicolon ends none. */
export function sentencesOf({ line, text, masked }: Passage): readonly Sentence[] {
  // To the segmenter every line end ends a sentence; to a reader it is a space.
  const segments = [...segmenter.segment(masked.replaceAll("\n", " "))];
  return segments.map(({ index, segment }) => {
    const end = index + segment.length;
    const start = Math.min(end, index + segment.search(/\S|$/));
    return {
      line: line + text.slice(0, start).split("\n").length - 1,
      text: text.slice(start, end).replace(/\s+/g, " ").trim(),
      masked: masked.slice(start, end),
    };
  });
}
