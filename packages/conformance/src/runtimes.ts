import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import type { RuntimeName, Step } from "./case.ts";
import { allCases } from "./cases/all.ts";
import { overHttp } from "./over-http.ts";
import { findReport } from "./report-line.ts";
import { run, type Report } from "./run.ts";
import type { Subject } from "./subject.ts";

/** A run may take this long before it counts as hung. */
const TIMEOUT_MS = 120_000;

/** Runs the cases on one runtime. `undefined` when the runtime is not installed. */
export type Launch = (upstream: string) => Promise<Report | undefined>;

/** What hosts do before a handler sees the request, or after it has answered. */
const HOSTS: Partial<Readonly<Record<RuntimeName, (step: Step) => string | undefined>>> = {
  bun: ({ handler }) =>
    handler?.kind === "reused" ? "Bun.serve empties a response that it has sent" : undefined,
  workerd: ({ request }) =>
    request.headers?.some(([, value]) => value === "") ? "workerd drops empty headers" : undefined,
};

export const RUNTIMES: Readonly<Record<RuntimeName, Launch>> = {
  node: child("node"),
  deno: child("deno", "run", "--allow-all"),
  bun: child("bun"),
  workerd,
};

/** A runtime that runs TypeScript as it is: once in process, once as a server. */
function child(name: RuntimeName, ...args: string[]): Launch {
  const binary = pathOf(`../../../node_modules/.bin/${name}`);
  const start = (entry: string, upstream: string): ChildProcess =>
    spawn(binary, [...args, pathOf(`../entries/${entry}.ts`), upstream], {
      timeout: TIMEOUT_MS,
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "pipe"],
    });
  return async (upstream) => {
    if (!existsSync(binary)) return undefined;
    const report = await reportOf(name, start(name, upstream));
    const server = start(`${name}-server`, upstream);
    try {
      const subject = overHttp("core wrap, over HTTP", await addressOf(server), HOSTS[name]);
      return await withWire(report, subject, upstream);
    } finally {
      server.kill("SIGKILL");
    }
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
  const bundle = await build({
    entryPoints: [pathOf("../entries/workerd.ts")],
    bundle: true,
    format: "esm",
    write: false,
    external: ["cloudflare:*"],
  });
  const miniflare = new Miniflare({
    modules: true,
    script: bundle.outputFiles[0]?.text ?? "",
    compatibilityDate: "2025-01-01",
    bindings: { upstream, version },
    host: "127.0.0.1",
    port: 0,
  });
  try {
    const url = await miniflare.ready;
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) {
      throw new Error(`workerd answered ${response.status}: ${await response.text()}`);
    }
    const report = (await response.json()) as Report;
    const subject = overHttp("cloudflare withCors, over HTTP", url, HOSTS.workerd);
    return await withWire(report, subject, upstream);
  } finally {
    await miniflare.dispose();
  }
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
