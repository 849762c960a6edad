import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly bin: string | Readonly<Record<string, string>>;
}

export const NODE: string = process.execPath;
/** The workspace's own programs, with a slash at its end. */
export const ROOT_BIN: string = fileURLToPath(
  new URL("../../../../../node_modules/.bin/", import.meta.url),
);
export const BUN = `${ROOT_BIN}bun`;
/** Deno itself: the command in `.bin` starts it as a child, which outlives the command's end. */
export const DENO: string = fileURLToPath(
  new URL("../../../../../node_modules/deno/deno", import.meta.url),
);

/** The script of a dependency's command. */
export function nodeBin(name: string, command: string): string {
  const { bin } = manifestOf(name);
  const script = typeof bin === "string" ? bin : bin[command];
  if (script === undefined) throw new Error(`${name} has no command "${command}"`);
  return fileURLToPath(new URL(script, directoryOf(name)));
}

/** The name and version of a dependency, which may be installed under another name. */
export function versionOf(dependency: string): string {
  const { name, version } = manifestOf(dependency);
  return `${name} ${version}`;
}

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(new URL("package.json", directoryOf(name)), "utf8"));
}

/** Of this package, or of the workspace, which has the runtimes. */
function directoryOf(name: string): URL {
  const own = new URL(`../../node_modules/${name}/`, import.meta.url);
  return existsSync(own) ? own : new URL(`../../../../../node_modules/${name}/`, import.meta.url);
}
