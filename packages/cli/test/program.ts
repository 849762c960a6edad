import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import type { Running } from "./running.ts";

const patience = 120_000;

/**
 * Whether a program of the system is there. Where the tests decide about a change, its absence is a
 * failure; elsewhere a person hears of it.
 *
 * @throws Error in CI without it
 */
export function hasProgram(path: string, purpose: string): boolean {
  if (existsSync(path)) return true;
  const message = `no ${path}, which ${purpose} needs`;
  if (process.env["CI"]) throw new Error(message);
  console.warn(`SKIPPED: ${message}`);
  return false;
}

/** Starts a program and waits until it answers on its port. */
export async function runProgram(
  command: readonly [program: string, ...args: string[]],
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const [program, ...args] = command;
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: "ignore" });
  const exited = once(child, "exit");
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill("SIGTERM");
    await exited;
  };
  for (const until = Date.now() + patience; Date.now() < until;) {
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isUp) return { port, stop };
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${program} does not answer on port ${port}`);
}
