import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../workspace.ts";

/** Why a block is not a run of lines of the file it is said to come from. */
export function excerptProblem(code: string, file: string): string | undefined {
  const path = join(ROOT, file);
  if (!existsSync(path)) return `there is no ${file}; write it relative to the top of the tree`;
  const shown = lines(code);
  const source = lines(readFileSync(path, "utf8"));
  const places = source.map((_, start) => source.slice(start, start + shown.length));
  return places.some((place) => outdent(place) === outdent(shown))
    ? undefined
    : `its lines do not follow one another in ${file}`;
}

function lines(text: string): readonly string[] {
  return text.trimEnd().split("\n");
}

/** A part of a file may stand further left on a page than in the file. */
function outdent(block: readonly string[]): string {
  const margins = block.filter((line) => line !== "").map((line) => line.search(/\S|$/));
  const margin = Math.min(...margins);
  return block.map((line) => line.slice(margin).trimEnd()).join("\n");
}
