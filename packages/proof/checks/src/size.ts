import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { minify } from "terser";
import { Report } from "./report.ts";
import { publishablePackages, ROOT, type WorkspacePackage } from "./workspace.ts";

/** With validation and every message: what a user of `createCors` alone downloads, gzipped. */
const CORE_BUDGET = 6000;
/** The whole of it: most is texts that explain, and it runs in tests and tools. */
const BROWSER_BUDGET = 16_000;
/** A memory with bounds, its options and their messages. */
const ORIGINS_BUDGET = 3000;
/** What an adapter may add to core. */
const ADAPTER_BUDGET = 2200;
const ADAPTERS = ["bun", "cloudflare", "deno", "hono", "next"].map((host) => `@crossgate/${host}`);

const report = new Report();
const core = await gzippedBytes(`export { createCors } from "@crossgate/core";`, "packages/core");
judge("@crossgate/core { createCors }", core, CORE_BUDGET);
const browser = await gzippedBytes(`export * from "@crossgate/browser";`, "packages/browser");
judge("@crossgate/browser", browser, BROWSER_BUDGET);

const origins = publishablePackages().find(({ name }) => name === "@crossgate/origins");
if (origins) {
  const entry = "@crossgate/origins";
  judge(`${entry} beyond core`, await bytesBeyondCore(origins, entry), ORIGINS_BUDGET);
}

for (const adapter of publishablePackages().filter(({ name }) => ADAPTERS.includes(name))) {
  for (const entry of entriesOf(adapter)) {
    judge(`${entry} beyond core`, await bytesBeyondCore(adapter, entry), ADAPTER_BUDGET);
  }
}
report.finish();

function judge(name: string, bytes: number, budget: number): void {
  const line = `${name.padEnd(46)} ${String(bytes).padStart(6)} of ${budget} bytes`;
  report.check(line, bytes > budget ? `${bytes - budget} bytes too many` : undefined);
}

/** What a user may import, each of it with a budget of its own. */
function entriesOf({ name, manifest }: WorkspacePackage): readonly string[] {
  return Object.keys(manifest.publishConfig?.exports ?? {})
    .filter((entry) => entry !== "./package.json")
    .map((entry) => name + entry.slice(1));
}

/** The same entry with and without the adapter, so that what it shares is not counted. */
async function bytesBeyondCore(
  { directory, manifest }: WorkspacePackage,
  entry: string,
): Promise<number> {
  // Another package of ours that it depends on has a budget itself.
  const others = Object.keys(manifest.dependencies ?? {}).filter(
    (name) => name.startsWith("@crossgate/") && name !== "@crossgate/core",
  );
  const shared = [
    `export { createCors } from "@crossgate/core";`,
    ...others.map((name) => `export * from "${name}";`),
  ].join(" ");
  const both = await gzippedBytes(`${shared} export * from "${entry}";`, directory);
  return both - (await gzippedBytes(shared, directory));
}

/** Bundled for the web platform by esbuild, minified by terser, gzip -9. */
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
  const { code } = await minify(bundle.text, { module: true, ecma: 2020, compress: { passes: 3 } });
  if (code === undefined) throw new Error(`terser wrote nothing for ${entry}`);
  return gzipSync(code, { level: 9 }).length;
}
