import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import type { RuntimeName } from "./case.ts";
import { findReport } from "./report-line.ts";
import type { Report } from "./run.ts";

/** A run may take this long before it counts as hung. */
const TIMEOUT_MS = 120_000;

/** Runs the cases on one runtime. `undefined` when the runtime is not installed. */
export type Launch = (upstream: string) => Promise<Report | undefined>;

export const RUNTIMES: Readonly<Record<RuntimeName, Launch>> = {
  node: child("node"),
  deno: child("deno", "run", "--allow-all"),
  bun: child("bun"),
  workerd,
};

/** A runtime that runs TypeScript as it is. */
function child(name: RuntimeName, ...args: string[]): Launch {
  const binary = pathOf(`../../../node_modules/.bin/${name}`);
  const entry = pathOf(`../entries/${name}.ts`);
  return async (upstream) => {
    if (!existsSync(binary)) return undefined;
    const { output, code } = await outputOf(binary, [...args, entry, upstream]);
    const report = findReport(output);
    if (report) return report;
    throw new Error(`${name} ended with ${code} and no report:\n${output}`);
  };
}

function outputOf(binary: string, args: string[]): Promise<{ output: string; code: string }> {
  return new Promise((resolve, reject) => {
    const started = spawn(binary, args, { timeout: TIMEOUT_MS, killSignal: "SIGKILL" });
    let output = "";
    for (const stream of [started.stdout, started.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    }
    started.on("error", reject);
    started.on("close", (code, signal) => resolve({ output, code: String(signal ?? code) }));
  });
}

/** The real runtime of Cloudflare Workers, in the build that miniflare brings. */
async function workerd(upstream: string): Promise<Report | undefined> {
  const fromMiniflare = createRequire(createRequire(import.meta.url).resolve("miniflare"));
  const { version } = fromMiniflare("workerd") as { readonly version: string };
  const bundle = await build({
    entryPoints: [pathOf("../entries/workerd.ts")],
    bundle: true,
    format: "esm",
    write: false,
  });
  const miniflare = new Miniflare({
    modules: true,
    script: bundle.outputFiles[0]?.text ?? "",
    compatibilityDate: "2025-01-01",
    host: "127.0.0.1",
    port: 0,
  });
  try {
    const url = new URL(await miniflare.ready);
    url.search = new URLSearchParams({ upstream, version }).toString();
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok)
      throw new Error(`workerd answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Report;
  } finally {
    await miniflare.dispose();
  }
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
