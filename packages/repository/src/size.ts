import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { Report } from "./report.ts";
import { publishablePackages, ROOT, type WorkspacePackage } from "./workspace.ts";

/** With validation and every message: what a user of `createCors` alone downloads, gzipped. */
const CORE_BUDGET = 4500;
/** What an adapter may add to core. */
const ADAPTER_BUDGET = 1536;
const ADAPTERS = ["bun", "cloudflare", "deno", "hono", "next"].map((host) => `@crossgate/${host}`);

const report = new Report();
const core = await gzippedBytes(`export { createCors } from "@crossgate/core";`, "packages/core");
judge("@crossgate/core { createCors }", core, CORE_BUDGET);

for (const adapter of publishablePackages().filter(({ name }) => ADAPTERS.includes(name))) {
  judge(`${adapter.name} beyond core`, await bytesBeyondCore(adapter), ADAPTER_BUDGET);
}
report.finish();

function judge(name: string, bytes: number, budget: number): void {
  const line = `${name.padEnd(34)} ${String(bytes).padStart(6)} of ${budget} bytes`;
  report.check(line, bytes > budget ? `${bytes - budget} bytes too many` : undefined);
}

/** The same entry with and without the adapter, so that what both share is not counted. */
async function bytesBeyondCore({ name, directory }: WorkspacePackage): Promise<number> {
  const alone = `export { createCors } from "@crossgate/core";`;
  const both = await gzippedBytes(`${alone} export * from "${name}";`, directory);
  return both - (await gzippedBytes(alone, directory));
}

/** Bundled for the web platform, minified, gzip -9. */
async function gzippedBytes(entry: string, directory: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: `${ROOT}${directory}`, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2023",
    platform: "neutral",
    external: ["cloudflare:*", "hono", "hono/*", "next", "next/*", "node:*", "bun"],
    write: false,
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error(`esbuild wrote nothing for ${entry}`);
  return gzipSync(bundle.contents, { level: 9 }).length;
}
