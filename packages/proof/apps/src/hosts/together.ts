import type { Started } from "../start-all.ts";
import type { Host } from "./host.ts";
import { runEntry } from "./program.ts";

/** Starts a host whose one process serves every app. */
export async function startTogether(
  name: string,
  runtime: "node" | "deno" | "bun",
  args: readonly string[],
  entry: string,
): Promise<Host> {
  const program = await runEntry(runtime, args, entry, /^\[\{"app":.*\]$/m);
  const { said } = program;
  if ("error" in said) {
    await program.stop();
    throw new Error(`${name}: ${said.error}`);
  }
  const servers = JSON.parse(said[0]) as Started[];
  return { name, servers, stop: () => program.stop() };
}
