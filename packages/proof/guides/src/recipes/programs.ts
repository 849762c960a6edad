import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Manifest {
  readonly version: string;
  readonly bin: string | Readonly<Record<string, string>>;
}

export const NODE: string = process.execPath;
/** The workspace's own programs, with a slash at its end. */
export const ROOT_BIN: string = fileURLToPath(
  new URL("../../../../../node_modules/.bin/", import.meta.url),
);
export const BUN = `${ROOT_BIN}bun`;
export const DENO = `${ROOT_BIN}deno`;

/** The script of a dependency's command. */
export function nodeBin(name: string, command: string): string {
  const { bin } = manifestOf(name);
  const script = typeof bin === "string" ? bin : bin[command];
  if (script === undefined) throw new Error(`${name} has no command "${command}"`);
  return fileURLToPath(new URL(script, directoryOf(name)));
}

export function versionOf(name: string): string {
  return manifestOf(name).version;
}

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(new URL("package.json", directoryOf(name)), "utf8"));
}

function directoryOf(name: string): URL {
  return new URL(`../../node_modules/${name}/`, import.meta.url);
}
