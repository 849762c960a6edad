import { availableParallelism } from "node:os";
import { APP_NAMES } from "../apps/all.ts";
import { GATE_NAMES } from "../policies.ts";
import type { Started } from "../start-all.ts";
import type { Host } from "./host.ts";
import { type Program, runEntry } from "./program.ts";

/** Starts a host that runs one program for each app and gate, because it serves a default export. */
export async function startEachAlone(
  name: string,
  runtime: "deno" | "bun",
  args: readonly string[],
  entry: string,
): Promise<Host> {
  const wanted = APP_NAMES.flatMap((app) => GATE_NAMES.map((gate) => ({ app, gate })));
  const programs: Program[] = [];
  const servers: Started[] = [];
  const work = async (): Promise<void> => {
    for (let next = wanted.shift(); next; next = wanted.shift()) {
      const { app, gate } = next;
      const env = { APP: app, GATE: gate, BUN_PORT: "0" };
      const program = await runEntry(
        runtime,
        args,
        entry,
        /(?:Listening on|server:) http:\/\/[^:]+:(\d+)/,
        env,
      );
      programs.push(program);
      const { said } = program;
      const outcome = "error" in said ? said : { port: Number(said[1]) };
      servers.push({ app, form: "export", gate, ...outcome });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, work));
  const stop = async (): Promise<void> => {
    await Promise.all(programs.map(async (program) => program.stop()));
  };
  return { name, servers, stop };
}
