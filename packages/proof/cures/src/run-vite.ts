import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type InlineConfig } from "vite";
import { portOf } from "./run.ts";
import type { Running } from "./subject.ts";

/** Vite with one empty page, on its own port. */
export async function runVite({ server, ...config }: InlineConfig): Promise<Running> {
  const root = mkdtempSync(join(tmpdir(), "crossgate-vite-"));
  writeFileSync(join(root, "index.html"), "<!doctype html><title>page</title>");
  const running = await createServer({
    ...config,
    root,
    configFile: false,
    logLevel: "silent",
    server: { ...server, host: "127.0.0.1", port: 0, watch: null },
  });
  await running.listen();
  const { httpServer } = running;
  if (!httpServer) throw new Error("no server");
  return {
    port: portOf(httpServer),
    async stop() {
      await running.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
