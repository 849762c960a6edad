import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { spreadOf } from "../measure/statistics.ts";
import type { Host, OpenComparison } from "./host.ts";

/** Opening a section may mean that a policy of a million origins is made. */
const TIMEOUT_MS = 600_000;
/** Requests that do nothing whose median is taken off. */
const REMEMBERED = 15;

/** A host that has to be shut down. */
export interface Workerd extends Host, AsyncDisposable {}

/**
 * The runtime of Cloudflare Workers, in the build that miniflare brings. Time is taken out here, and
 * that of a request that does nothing is taken off.
 */
export async function startWorkerd(quick: boolean): Promise<Workerd> {
  const { url, version, stop } = await serveWorker("workerd.ts", { quick });
  const empties: number[] = [];
  const run: Host["run"] = async (section, load, contender, count) => {
    const query = { section, load, contender };
    await ask(new URL("/collect", url));
    empties.unshift(await roundTrip(url, query, 0));
    empties.length = Math.min(empties.length, REMEMBERED);
    const { median } = spreadOf(empties);
    return Math.max(1, (await roundTrip(url, query, count)) - median);
  };
  return {
    runtime: `workerd ${version}`,
    open: async (section) => {
      const response = await ask(new URL(`/open?section=${section}`, url));
      return (await response.json()) as readonly OpenComparison[];
    },
    run,
    [Symbol.asyncDispose]: stop,
  };
}

export interface ServedWorker {
  readonly url: URL;
  readonly version: string;
  readonly stop: () => Promise<void>;
}

/** Serves one of the entries as a Worker on its own port. */
export async function serveWorker(
  entry: string,
  bindings: Record<string, boolean | number | string> = {},
): Promise<ServedWorker> {
  const fromMiniflare = createRequire(createRequire(import.meta.url).resolve("miniflare"));
  const { version } = fromMiniflare("workerd") as { readonly version: string };
  const bundle = await build({
    entryPoints: [pathOf(`../../entries/${entry}`)],
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker"],
    external: ["cloudflare:*", "node:*"],
    target: "es2023",
    write: false,
  });
  // The only way in which miniflare takes them.
  process.env["MINIFLARE_WORKERD_V8_FLAGS"] = "--expose-gc";
  const miniflare = new Miniflare({
    modules: [
      { type: "ESModule", path: "worker.mjs", contents: bundle.outputFiles[0]?.text ?? "" },
    ],
    // From here on a Worker may make code of strings while it starts, as Elysia does.
    compatibilityDate: "2025-06-01",
    compatibilityFlags: ["nodejs_compat"],
    bindings,
    host: "127.0.0.1",
    port: 0,
  });
  return { url: await miniflare.ready, version, stop: () => miniflare.dispose() };
}

async function roundTrip(
  url: URL,
  query: Readonly<Record<string, string>>,
  count: number,
): Promise<number> {
  const parameters = new URLSearchParams({ ...query, count: String(count) });
  const target = new URL(`/run?${parameters}`, url);
  const begin = performance.now();
  await (await ask(target)).arrayBuffer();
  return (performance.now() - begin) * 1e6;
}

async function ask(url: URL): Promise<Response> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`workerd: ${await response.text()}`);
  return response;
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
