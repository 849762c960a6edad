import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { treeFiles } from "./tree-files.ts";
import { ROOT } from "./workspace.ts";

/** The page that draws the tree. */
export const TREE = "docs/architecture.md";

/** The last column of a drawn tree: `├── apps, paths   2,500   what they are`. */
const FOLDERS = /(?<=[├└]── )([a-z\d]+(?:, [a-z\d]+)*)( +)([\d,]+)(?=   (?!.*[├└]──)\S)/g;
const TEST = /\.test\.tsx?$/;
/** The page needs no new number for each commit. */
export const CLOSE = 1 / 3;

/**
 * The page with a tree that names as many lines of sources as there are now.
 *
 * @param close the part by which a number may be off and stays
 */
export function withLines(page: string, close = 0): string {
  return page.replaceAll(FOLDERS, (drawn, names: string, space: string, written: string) => {
    const lines = names.split(", ").reduce((sum, name) => sum + linesOf(name), 0);
    if (Math.abs(Number(written.replace(",", "")) - lines) <= lines * close) return drawn;
    const rounded = (Math.round(lines / 100) * 100).toLocaleString("en");
    return `${names}${rounded.padStart(space.length + written.length)}`;
  });
}

function linesOf(name: string): number {
  const folder = ["packages/", "packages/proof/"].find((each) =>
    existsSync(join(ROOT, each, name)),
  );
  if (folder === undefined) throw new Error(`no folder ${name} is in packages/`);
  return treeFiles(`${folder}${name}/src/*.ts`, `${folder}${name}/src/*.tsx`)
    .filter((file) => !TEST.test(file))
    .reduce((sum, file) => sum + readFileSync(join(ROOT, file), "utf8").split("\n").length - 1, 0);
}
