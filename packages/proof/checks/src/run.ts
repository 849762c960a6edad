import { spawn } from "node:child_process";
import { ROOT } from "./workspace.ts";

export interface RunOptions {
  /** @default the top of the tree */
  readonly cwd?: string;
  /** Shows the output while it comes. */
  readonly echo?: boolean;
  /** Milliseconds after which the command is stopped. */
  readonly timeLimit?: number;
}

export interface RunResult {
  readonly code: number;
  /** Standard output and error, in their order. */
  readonly output: string;
}

/** Runs a command to its end. A command that cannot start is a result too, with code 127. */
export function run(command: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const [program = "", ...args] = command;
  const { promise, resolve } = Promise.withResolvers<RunResult>();
  const child = spawn(program, args, {
    cwd: options.cwd ?? ROOT,
    timeout: options.timeLimit,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: string[] = [];
  const keep = (chunk: string): void => {
    chunks.push(chunk);
    if (options.echo) process.stdout.write(chunk);
  };
  child.stdout.setEncoding("utf8").on("data", keep);
  child.stderr.setEncoding("utf8").on("data", keep);
  child.once("error", (error) => resolve({ code: 127, output: `${error.message}\n` }));
  child.once("close", (code) => resolve({ code: code ?? 1, output: chunks.join("") }));
  return promise;
}

/** Runs a command that must succeed, and returns what it printed. */
export async function succeed(
  command: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, output } = await run(command, options);
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${output}`);
  return output;
}
