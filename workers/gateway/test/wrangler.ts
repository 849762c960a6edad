import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const START_TIMEOUT = 120_000;
const FOLDER = fileURLToPath(new URL("..", import.meta.url));

/** The gateway as `pnpm start` runs it, with its own `wrangler.jsonc`. */
export interface Dev {
  readonly url: URL;
  /** What wrangler printed, and the Worker with it. */
  output(): string;
  stop(): Promise<void>;
}

export async function startDev(...args: readonly string[]): Promise<Dev> {
  const wrangler = dirname(createRequire(import.meta.url).resolve("wrangler/package.json"));
  // Two that run at once would lock each other out of one database.
  const state = await mkdtemp(join(tmpdir(), "crossgate-gateway-"));
  const dev = spawn(
    process.execPath,
    [
      join(wrangler, "bin/wrangler.js"),
      "dev",
      "--ip=127.0.0.1",
      "--port=0",
      "--inspector-port=0",
      "--show-interactive-dev-session=false",
      `--persist-to=${state}`,
      ...args,
    ],
    {
      cwd: FOLDER,
      stdio: ["ignore", "pipe", "pipe"],
      // Nothing of this needs a network.
      env: {
        ...process.env,
        WRANGLER_SEND_METRICS: "false",
        WRANGLER_WRITE_LOGS: "false",
        CLOUDFLARE_CF_FETCH_ENABLED: "false",
        NO_COLOR: "1",
      },
    },
  );
  let output = "";
  for (const stream of [dev.stdout, dev.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const stop = async (): Promise<void> => {
    if (dev.exitCode === null && dev.signalCode === null) {
      dev.kill("SIGTERM");
      await once(dev, "exit");
    }
    await rm(state, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const until = Date.now() + START_TIMEOUT;
  for (;;) {
    const place = /Ready on (http:\/\/\S+)/u.exec(output)?.[1];
    if (place !== undefined) return { url: new URL(place), output: () => output, stop };
    if (dev.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`wrangler dev did not start:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
