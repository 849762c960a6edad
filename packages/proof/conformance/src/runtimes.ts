import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import type { RuntimeName } from "./case.ts";
import { allCases } from "./cases/all.ts";
import { overHttp } from "./over-http.ts";
import { findReport } from "./report-line.ts";
import type { Report } from "./report.ts";
import { run } from "./run.ts";
import { COMMANDS, HOSTS, SERVERS } from "./servers.ts";
import type { Subject } from "./subject.ts";

/** A run may take this long before it counts as hung. */
const TIMEOUT_MS = 600_000;

/** Runs the cases on one runtime. `undefined` when the runtime is not installed. */
export type Launch = (upstream: string) => Promise<Report | undefined>;

export const RUNTIMES: Readonly<Record<RuntimeName, Launch>> = {
  node: child("node"),
  deno: child("deno", "run", "--allow-all"),
  bun: child("bun"),
  workerd,
};

/** A runtime that runs TypeScript as it is: once in process, once as each server. */
function child(name: RuntimeName, ...args: string[]): Launch {
  // Deno's launcher starts its own process, which would go on when the launcher is killed.
  const binary = pathOf(
    `../../../../node_modules/${name === "deno" ? "deno/deno" : `.bin/${name}`}`,
  );
  const start = (entry: string, upstream: string): ChildProcess =>
    spawn(binary, [...(COMMANDS[entry] ?? args), pathOf(`../entries/${entry}.ts`), upstream], {
      timeout: TIMEOUT_MS,
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "pipe"],
    });
  return async (upstream) => {
    if (!existsSync(binary)) return undefined;
    let report = await reportOf(name, start(name, upstream));
    for (const [entry, subject, refuses = HOSTS[name], vary] of SERVERS[name]) {
      const server = start(entry, upstream);
      try {
        const remote = overHttp(subject, await addressOf(server), refuses, vary);
        report = await withWire(report, remote, upstream);
      } finally {
        server.kill("SIGKILL");
      }
    }
    return report;
  };
}

async function reportOf(name: string, started: ChildProcess): Promise<Report> {
  let output = "";
  for (const stream of [started.stdout, started.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const [code, signal] = (await once(started, "close")) as [number | null, string | null];
  const report = findReport(output);
  if (report) return report;
  throw new Error(`${name} ended with ${signal ?? code} and no report:\n${output}`);
}

/** A server says its address on its first line, or ends without one. */
async function addressOf(server: ChildProcess): Promise<URL> {
  let said = "";
  server.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = once(server, "close").then(() => {
    throw new Error(`the server ended before it listened:\n${said}`);
  });
  const first = once(server.stdout?.setEncoding("utf8") ?? server, "data") as Promise<[string]>;
  const [line] = await Promise.race([first, ended]);
  ended.catch(() => {});
  return new URL(line.trim());
}

/** The real runtime of Cloudflare Workers, in the build that miniflare brings. */
async function workerd(upstream: string): Promise<Report | undefined> {
  const fromMiniflare = createRequire(createRequire(import.meta.url).resolve("miniflare"));
  const { version } = fromMiniflare("workerd") as { readonly version: string };
  let report: Report | undefined;
  for (const [entry, subject] of SERVERS.workerd) {
    const miniflare = await serveWorker(entry, { upstream, version });
    try {
      const url = await miniflare.ready;
      // The first one knows every subject, and runs them in process too.
      report ??= await reportOfWorker(url);
      report = await withWire(report, overHttp(subject, url, HOSTS.workerd), upstream);
    } finally {
      await miniflare.dispose();
    }
  }
  return report;
}

async function serveWorker(entry: string, bindings: Record<string, string>): Promise<Miniflare> {
  const bundle = await build({
    entryPoints: [pathOf(`../entries/${entry}.ts`)],
    bundle: true,
    format: "esm",
    write: false,
    external: ["cloudflare:*"],
  });
  return new Miniflare({
    modules: true,
    script: bundle.outputFiles[0]?.text ?? "",
    compatibilityDate: "2025-01-01",
    bindings,
    host: "127.0.0.1",
    port: 0,
  });
}

async function reportOfWorker(url: URL): Promise<Report> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (response.ok) return (await response.json()) as Report;
  throw new Error(`workerd answered ${response.status}: ${await response.text()}`);
}

/** The same cases once more, as bytes on a connection. */
async function withWire(report: Report, subject: Subject, upstream: string): Promise<Report> {
  const { runtime: name, version } = report;
  const wire = await run(allCases, [subject], { name, version, upstream });
  return { ...report, subjects: [...report.subjects, ...wire.subjects] };
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
