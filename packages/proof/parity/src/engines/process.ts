import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A browser process with its own directory. */
export interface BrowserProcess {
  readonly close: () => Promise<void>;
}

/** The first of these files that exists. */
export function findBinary(...paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(path));
}

/** A fresh profile directory. */
export function makeProfile(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `crossgate-${name}-`));
}

/** Starts a browser in its own process group, so that it can be ended as a whole. */
export function startBrowser(
  command: string,
  args: readonly string[],
  profile: string,
  env: Readonly<Record<string, string>> = {},
  onLine?: (line: string) => void,
): BrowserProcess {
  const child = spawn(command, args, {
    detached: true,
    stdio: onLine ? ["ignore", "pipe", "pipe"] : "ignore",
    env: { ...process.env, HOME: profile, ...env },
  });
  const exited = once(child, "exit");
  for (const output of [child.stdout, child.stderr]) {
    if (output && onLine) createInterface(output).on("line", onLine);
  }
  return {
    async close() {
      if (child.pid !== undefined && child.exitCode === null) {
        try {
          process.kill(-child.pid, "SIGKILL");
        } catch {
          // Gone already.
        }
        await exited;
      }
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
