import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const TIMEOUT_MS = 120_000;
const ROOT = fileURLToPath(new URL("../../../../../", import.meta.url));

const BINARIES = {
  node: `${ROOT}node_modules/node/bin/node`,
  // Deno's launcher starts its own process, which would go on when the launcher is killed.
  deno: `${ROOT}node_modules/deno/deno`,
  bun: `${ROOT}node_modules/bun/bin/bun.exe`,
};

export interface Program {
  /** What it has said that matched, or why it ended without. */
  readonly said: RegExpExecArray | { readonly error: string };
  stop(): Promise<void>;
}

/** Runs an entry until it says what is waited for, or ends. */
export async function runEntry(
  runtime: keyof typeof BINARIES,
  args: readonly string[],
  entry: string,
  awaited: RegExp,
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const path = fileURLToPath(new URL(`../../entries/${entry}.ts`, import.meta.url));
  const child = spawn(BINARIES[runtime], [...args, path], {
    env: { ...process.env, NO_COLOR: "1", NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TIMEOUT_MS,
    killSignal: "SIGKILL",
  });
  return { said: await listen(child, awaited), stop: () => stop(child) };
}

async function listen(child: ChildProcess, awaited: RegExp): Promise<Program["said"]> {
  let output = "";
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        // What a served app logs later is no one's business.
        if (output.length < 1_000_000) output += text;
        const match = awaited.exec(output);
        if (match) resolve(match);
      });
    }
    child.on("error", reject);
    child.on("close", () => {
      resolve({ error: lastError(output) });
    });
  });
}

function lastError(output: string): string {
  const line = output.split("\n").find((text) => /error/i.test(text));
  return line?.trim() ?? "it ended and listened to nothing";
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  child.kill("SIGKILL");
  await closed;
}
