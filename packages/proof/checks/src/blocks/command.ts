import { existsSync } from "node:fs";
import { join } from "node:path";
import { readManifest, ROOT } from "../workspace.ts";

/** One command of a shell block, and where it runs. */
export interface Command {
  readonly words: readonly string[];
  /** Whose scripts it may name: the folder it went to, or the page's package and the tree. */
  readonly directories: readonly string[];
}

export function isThere(path: string): boolean {
  return existsSync(join(ROOT, path));
}

/** Whether one of the folders' packages has a script of that name. */
export function hasScript(directories: readonly string[], script: string): boolean {
  return directories
    .filter((directory) => isThere(join(directory, "package.json")))
    .some((directory) => readManifest(directory).scripts?.[script] !== undefined);
}

/** The command behind its first words. */
export function skip({ words, directories }: Command, count: number): Command {
  return { words: words.slice(count), directories };
}
