import { codeBlocks, readPage } from "../markdown.ts";
import { type Marker, parseMarker } from "./marker.ts";

/** A code block of a page. */
export interface Block {
  readonly page: string;
  /** Its place on the page, from 1. */
  readonly number: number;
  /** `docs/cookies.md, block 2 (ts)`. */
  readonly name: string;
  readonly language: string;
  readonly code: string;
  readonly marker: Marker;
  /** What the page says it prints. */
  readonly prints: string | undefined;
}

export function blocksOf(page: string): readonly Block[] {
  return codeBlocks(readPage(page)).map(({ language, code, remark }, index, all) => {
    const next = all[index + 1];
    return {
      page,
      number: index + 1,
      name: `${page}, block ${index + 1} (${language})`,
      language,
      code,
      marker: parseMarker(remark),
      prints: next?.remark === "prints" ? next.code : undefined,
    };
  });
}
