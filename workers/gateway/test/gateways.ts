import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { parse } from "jsonc-parser";
import { Miniflare, type WorkerOptions } from "miniflare";

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A gateway's variables. */
export type Variables = Readonly<Record<string, string | number | boolean | string[]>>;

/** Gateways of different settings in one workerd, each on its own port. */
export interface Gateways {
  /** Everything that they logged. */
  readonly log: readonly string[];
  at(name: string): Promise<URL>;
  stop(): Promise<void>;
}

/** Stands for a service binding. */
export const BOUND = "(bound)";

/** Asked under the gateway's own URL, as a service binding is. */
const SERVICE = `export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/hang") await new Promise(() => setInterval(() => {}, 1000));
    if (pathname === "/throw") throw new Error("the service's secret");
    if (pathname === "/away") return Response.redirect(new URL("/there", request.url), 302);
    return Response.json({ url: request.url, headers: Object.fromEntries(request.headers) });
  },
};`;

/**
 * @param settings variables by the gateway's name
 * @param others Workers beside them
 */
export async function startGateways(
  settings: Readonly<Record<string, Variables>>,
  others: readonly WorkerOptions[] = [],
): Promise<Gateways> {
  const config: unknown = parse(readFileSync(fromHere("../wrangler.jsonc"), "utf8"));
  const { compatibility_date } = config as { readonly compatibility_date: string };
  const common = {
    modules: true,
    compatibilityDate: compatibility_date,
    unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
  } as const;
  const script = await bundle("../src/worker.ts");
  const gateways: WorkerOptions[] = [];
  for (const [name, variables] of Object.entries(settings)) {
    const { UPSTREAM, ...bindings } = variables;
    const upstream =
      UPSTREAM === BOUND
        ? { bindings, serviceBindings: { UPSTREAM: "service" } }
        : { bindings: variables };
    gateways.push(Object.assign({ name, script }, common, upstream));
  }
  const log: string[] = [];
  const miniflare = new Miniflare({
    host: "127.0.0.1",
    port: 0,
    handleStructuredLogs: ({ message }: { readonly message: string }) => {
      log.push(message);
    },
    workers: [...gateways, { ...common, name: "service", script: SERVICE }, ...others],
  });
  await miniflare.ready;
  return {
    log,
    at: (name) => miniflare.unsafeGetDirectURL(name),
    stop: () => miniflare.dispose(),
  };
}

/** A Worker as one module. */
export async function bundle(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fromHere(path)],
    bundle: true,
    format: "esm",
    write: false,
    conditions: ["workerd", "worker", "browser"],
  });
  return outputFiles[0]?.text ?? "";
}
