import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Extent, Report } from "./search.ts";

const COMMANDS = {
  bun: [".bin/bun", "run"],
  deno: ["deno/deno", "run", "--allow-all", "--no-check"],
} as const;

/** Runs the searches of `entries/<runtime>.ts` in a process of that runtime: servers and client. */
export async function searchInChild(
  runtime: keyof typeof COMMANDS,
  extent: Extent,
): Promise<readonly Report[]> {
  const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
  const [program, ...args] = COMMANDS[runtime];
  const { stdout } = await promisify(execFile)(
    path(`../../../../node_modules/${program}`),
    [...args, path(`../entries/${runtime}.ts`), JSON.stringify(extent)],
    { timeout: 20 * 60_000, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as readonly Report[];
}
