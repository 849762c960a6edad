import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../../../../cli/src/bin.ts", import.meta.url));

/** How a run of the command line ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
}

/** Runs the command line, as a person would in that folder. */
export function crossgate(cwd: string, ...args: readonly string[]): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  const env = { ...process.env, NO_COLOR: "1" };
  execFile(process.execPath, [BIN, ...args], { cwd, env }, (error, stdout, stderr) => {
    resolve({ code: error ? Number(error.code) : 0, stdout: stdout + stderr });
  });
  return promise;
}
