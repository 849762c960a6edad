import { globSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The top of the tree, with a slash at its end. */
const ROOT = fileURLToPath(new URL("../../../../../", import.meta.url));

const PATTERNS = ["docs/migration/*.md", "docs/recipes/*.md"];

/** The pages that this package proves, relative to the top of the tree. */
export function guidePages(): readonly string[] {
  return globSync(PATTERNS, { cwd: ROOT }).toSorted();
}

export function readText(file: string): string {
  return readFileSync(`${ROOT}${file}`, "utf8");
}

export function writeText(file: string, text: string): void {
  writeFileSync(`${ROOT}${file}`, text);
}
