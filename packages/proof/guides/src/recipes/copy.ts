import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE = fileURLToPath(new URL("../../", import.meta.url));

export function folderOf(recipe: string): string {
  return `${PACKAGE}recipes/${recipe}`;
}

/** Frameworks write beside the sources that they work on, so they work on a copy. */
export function copyRecipe(
  recipe: string,
  name = recipe,
  links: Readonly<Record<string, string>> = {},
): string {
  const cwd = `${PACKAGE}dist/${name}`;
  rmSync(cwd, { recursive: true, force: true });
  cpSync(folderOf(recipe), cwd, { recursive: true, dereference: true });
  for (const [place, stand] of Object.entries(links)) {
    const link = `${cwd}/node_modules/${place}`;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(`${PACKAGE}node_modules/${stand}`, link);
  }
  return cwd;
}
