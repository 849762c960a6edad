import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { runProgram } from "./run.ts";
import type { Subject } from "./subject.ts";

const app = fileURLToPath(new URL("../next-app/", import.meta.url));
const program = createRequire(import.meta.url).resolve("next/dist/bin/next");
const env = { NEXT_TELEMETRY_DISABLED: "1" };
let built: Promise<void> | undefined;
let count = 0;

/** Builds the application once: only its proxy changes, and is read when the server starts. */
async function build(): Promise<void> {
  const child = spawn(process.execPath, [program, "build", app], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(`next build:\n${said.join("").slice(-3000)}`);
}

export const next: Subject = {
  product: "next",
  path: "/api/data",
  async start(code) {
    built ??= build();
    await built;
    count += 1;
    // Beside the application, so that its imports are found as there.
    const file = `${app}printed-${process.pid}-${count}.gen.mjs`;
    if (code !== undefined) writeFileSync(file, code);
    const running = await runProgram({
      files: {},
      command: [process.execPath, program, "start", app, "-H", "127.0.0.1", "-p", "$PORT"],
      env: { ...env, PRINTED_PROXY: code === undefined ? "" : `file://${file}` },
      path: "/api/data",
    });
    return {
      port: running.port,
      async stop() {
        await running.stop();
        rmSync(file, { force: true });
      },
    };
  },
};
