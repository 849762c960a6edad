import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../../../../node_modules/.bin/", import.meta.url));

/** The command that runs a file, by the runtime's name. */
export type Runtime = readonly [command: string, ...flags: string[]];

export const RUNTIMES: readonly (readonly [name: string, runtime: Runtime])[] = [
  ["Node", [process.execPath, "--expose-gc"]],
  ["Bun", [`${BIN}bun`]],
  ["Deno", [`${BIN}../deno/deno`, "run", "--allow-all", "--v8-flags=--expose-gc"]],
];

export function versionOf([command]: Runtime): string {
  const output = execFileSync(command, ["--version"], { encoding: "utf8" });
  return /\d+\.\d+\.\d+/.exec(output)?.[0] ?? "?";
}
