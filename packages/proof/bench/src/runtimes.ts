import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The runtimes that run a file of ours as it is; workerd is asked over HTTP. */
export const PROCESSES = ["node", "deno", "bun"] as const;
export type ProcessName = (typeof PROCESSES)[number];
export type RuntimeName = ProcessName | "workerd";
export const RUNTIMES: readonly RuntimeName[] = [...PROCESSES, "workerd"];

/** Switches that let a program see its own heap: nothing is collected until it says so. */
const ROOMY = ["--expose-gc", "--min-semi-space-size=512", "--max-semi-space-size=512"];
const HEAP_SWITCHES: Readonly<Record<ProcessName, readonly string[]>> = {
  node: ROOMY,
  deno: ["run", "-A", `--v8-flags=${ROOMY.join(",")}`],
  bun: [],
};
/** The program that times collects garbage between two turns. */
const SWITCHES: Readonly<Record<ProcessName, readonly string[]>> = {
  node: ["--expose-gc"],
  deno: ["run", "-A", "--v8-flags=--expose-gc"],
  bun: [],
};

export interface ProcessOptions {
  readonly seesHeap?: boolean;
}

/** The command line that runs one of the entries. */
export function commandOf(
  runtime: ProcessName,
  entry: string,
  { seesHeap = false }: ProcessOptions = {},
): readonly [binary: string, args: readonly string[]] {
  const switches = (seesHeap ? HEAP_SWITCHES : SWITCHES)[runtime];
  return [
    pathOf(`../../../../node_modules/.bin/${runtime}`),
    [...switches, pathOf(`../entries/${entry}`)],
  ];
}

/** Runs one of the entries to its end, and parses the last line that it prints. */
export async function ask<T>(
  runtime: ProcessName,
  entry: string,
  args: readonly string[] = [],
  options: ProcessOptions = {},
): Promise<T> {
  const [binary, switches] = commandOf(runtime, entry, options);
  const child = spawn(binary, [...switches, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let complained = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complained += text));
  const [code] = (await once(child, "close")) as [number | null];
  const line = said.trimEnd().split("\n").at(-1) ?? "";
  if (code === 0 && line !== "") return JSON.parse(line) as T;
  throw new Error(`${entry} on ${runtime} ended with ${code}:\n${said}${complained}`);
}

export function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
