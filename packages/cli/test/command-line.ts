import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

/** How a run of the command line ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const bin = fileURLToPath(new URL("../src/bin.ts", import.meta.url));

/** Runs the command line as a shell would, with text for its standard input if there is any. */
export function crossgate(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input: string | Uint8Array = "",
): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  // In CI, output is coloured even if no one looks.
  const { NO_COLOR: _, CI: __, ...rest } = process.env;
  const child = execFile(
    process.execPath,
    [bin, ...args],
    { env: { ...rest, ...env }, maxBuffer: 16_777_216 },
    (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    },
  );
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(input);
  return promise;
}
