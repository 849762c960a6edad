import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const START_TIMEOUT = 120_000;

/** A program that listens on its own port. */
export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

export interface Program {
  /** Runs the program; `$PORT` stands for the port, which it also finds in the environment. */
  readonly command: readonly string[];
  /** @default the top of the tree */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A path that answers once the program is ready. */
  readonly probe: string;
  /** With which status; without one any from 200 to 299 will do. */
  readonly probeStatus?: number;
  /** A file to which the program's standard output goes. @default nowhere */
  readonly log?: string;
}

/** Starts a program and waits until it answers. */
export async function startServer(program: Program): Promise<Server> {
  const { command, cwd = ROOT, env, probe, probeStatus, log } = program;
  const port = await freePort();
  const [file = "", ...args] = command.map((word) => word.replace("$PORT", String(port)));
  const output = log === undefined ? "ignore" : openSync(log, "a");
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", output, "pipe"],
  });
  if (typeof output === "number") closeSync(output);
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  try {
    await untilReady(child, `http://127.0.0.1:${port}${probe}`, probeStatus);
  } catch (error) {
    await stop(child);
    throw new Error(`${command.join(" ")}: ${complaint}`, { cause: error });
  }
  return { port, stop: () => stop(child) };
}

async function untilReady(
  child: ChildProcess,
  url: string,
  status: number | undefined,
): Promise<void> {
  const until = Date.now() + START_TIMEOUT;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    const signal = AbortSignal.timeout(5000);
    const response = await fetch(url, { signal }).catch(() => undefined);
    if (status === undefined ? response?.ok : response?.status === status) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no answer from ${url} within ${START_TIMEOUT / 1000} seconds`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
