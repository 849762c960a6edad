import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Miniflare, NoOpLog } from "miniflare";
import { APP_NAMES } from "../apps/all.ts";
import { HARD } from "../apps/hard.ts";
import { GATE_NAMES } from "../policies.ts";
import type { Started } from "../start-all.ts";
import type { Host } from "./host.ts";

/** Why an app is no Worker, with a gate or without. */
const NO_WORKERS: Readonly<Record<string, string>> = {
  elysia: "it needs node:tty",
  whatwg: "its build for Node needs a dynamic require",
  yoga: "its build for Node needs a dynamic require",
  undici: "it needs a dynamic require",
  "no prototype": "workerd: Exported value's prototype chain does not end in Object",
  "function with fetch": "workerd takes a function for a class",
  "Deno's options": "it has no fetch",
  "Deno's options, onError fails": "it has no fetch",
};

/** Starts one workerd with a Worker for each app and gate, each on its own port. */
export async function startWorkerd(name: string): Promise<Host> {
  const apps = APP_NAMES.filter((app) => NO_WORKERS[app] === undefined);
  const workers = await Promise.all(
    apps.map(async (app) => {
      const modules = [
        { type: "ESModule" as const, path: "worker.js", contents: await bundle(app) },
      ];
      return GATE_NAMES.map((gate) => ({
        name: nameOf(app, gate),
        modules,
        bindings: { GATE: gate },
        compatibilityDate: "2026-01-01",
        compatibilityFlags: ["nodejs_compat"],
        unsafeDirectSockets: [{ port: 0 }],
      }));
    }),
  );
  // What the Workers log is what they were made to throw.
  const miniflare = new Miniflare({
    log: new NoOpLog(),
    handleRuntimeStdio(stdout: Readable, stderr: Readable) {
      stdout.resume();
      stderr.resume();
    },
    workers: workers.flat(),
  });
  await miniflare.ready;
  const servers: Started[] = [];
  for (const app of APP_NAMES) {
    for (const gate of GATE_NAMES) {
      const error = NO_WORKERS[app];
      const outcome =
        error === undefined ? { port: await portOf(miniflare, app, gate) } : { error };
      servers.push({ app, form: "module", gate, ...outcome });
    }
  }
  return { name, servers, stop: () => miniflare.dispose() };
}

async function portOf(miniflare: Miniflare, app: string, gate: string): Promise<number> {
  const { port } = await miniflare.unsafeGetDirectURL(nameOf(app, gate));
  return Number(port);
}

function nameOf(app: string, gate: string): string {
  return `${APP_NAMES.indexOf(app)}-${gate}`;
}

/** One script per app; what its gate is, the Worker reads from its `env`. */
async function bundle(app: string): Promise<string> {
  const contents = `
    import { env } from "cloudflare:workers";
    import { withCors } from "@crossgate/cloudflare";
    import { ${isHard(app) ? "HARD" : "create"} } from "./src/apps/${isHard(app) ? "hard" : app}.ts";
    import { POLICIES } from "./src/policies.ts";
    const own = ${isHard(app) ? `HARD[${JSON.stringify(app)}]` : "create"}();
    const app = typeof own === "function" && !own.fetch ? { fetch: own } : own;
    export default env.GATE === "none" ? app : withCors(app, POLICIES[env.GATE]);
  `;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    format: "esm",
    target: "es2023",
    platform: "node",
    conditions: ["workerd", "worker"],
    mainFields: ["module", "main"],
    external: ["cloudflare:*", "node:*"],
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

function isHard(app: string): boolean {
  return Object.hasOwn(HARD, app);
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
