import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../workspace.ts";
import { commentPassages, readScript } from "./comment-passages.ts";
import { messagePassages } from "./message-passages.ts";
import { pagePassages } from "./page-passages.ts";
import type { Passage } from "./passage.ts";

/** The kinds of files that people read. */
export const PROSE = ["*.md", "*.ts", "*.tsx", "*.mts", "*.mjs", "*.js"] as const;

export function passagesOf(file: string): readonly Passage[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  if (file.endsWith(".md")) return pagePassages(text, { kind: "page", readCode: readScript });
  return [...commentPassages(file, text), ...messagePassages(file, text)];
}
