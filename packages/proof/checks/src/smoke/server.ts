import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { stripVTControlCharacters } from "node:util";

/** A program that a project started, on a port that it chose itself. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

const ADDRESS = /\bhttp:\/\/(?:127\.0\.0\.1|localhost):\d+/;
const PATIENCE_MS = 180_000;

/** A program that stops this one stops its children too. */
const groups = new Set<number>();
process.once("exit", () => {
  for (const group of groups) process.kill(-group, "SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(1));
}

/** Starts a program and waits until it has said where it listens. */
export async function startServer(cwd: string, command: readonly string[]): Promise<Server> {
  const [program = "", ...args] = command;
  // Its own group: wrangler and Next start others, which must end with it.
  const child = spawn(program, args, { cwd, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const group = child.pid ?? 0;
  if (group > 0) groups.add(group);
  child.once("close", () => groups.delete(group));
  let output = "";
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const listen = (chunk: string): void => {
    output += stripVTControlCharacters(chunk);
    const [address] = ADDRESS.exec(output) ?? [];
    // The line may not have come to its end yet, and the port with it.
    if (address !== undefined && output.indexOf("\n", output.indexOf(address)) !== -1)
      resolve(address);
  };
  child.stdout.setEncoding("utf8").on("data", listen);
  child.stderr.setEncoding("utf8").on("data", listen);
  const fail = (why: string): void => reject(new Error(`${command.join(" ")} ${why}:\n${output}`));
  child.once("error", ({ message }) => fail(message));
  child.once("close", (code) => fail(`ended with ${code}`));
  const timer = setTimeout(fail, PATIENCE_MS, "did not say where it listens");
  try {
    return { url: await promise, stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  process.kill(-child.pid, "SIGKILL");
  await closed;
}
