import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PACKAGE = fileURLToPath(new URL("../../", import.meta.url));

export function folderOf(recipe: string): string {
  return `${PACKAGE}recipes/${recipe}`;
}

/** Frameworks write beside the sources that they work on, so they work on a copy. */
export function copyRecipe(recipe: string, name = recipe): string {
  const cwd = `${PACKAGE}dist/${name}`;
  rmSync(cwd, { recursive: true, force: true });
  cpSync(folderOf(recipe), cwd, { recursive: true, dereference: true });
  return cwd;
}
