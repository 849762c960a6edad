import { globSync } from "node:fs";
import { ROOT } from "./workspace.ts";

const PATTERNS = [
  "*.md",
  ".changeset/*.md",
  "docs/**/*.md",
  "packages/*/*.md",
  "packages/proof/*/*.md",
  "workers/*/*.md",
  "examples/*/*.md",
];

/** Every page that a person reads, relative to the top of the tree. */
export function pages(): readonly string[] {
  return globSync(PATTERNS, { cwd: ROOT, exclude: ["**/node_modules"] }).toSorted();
}
