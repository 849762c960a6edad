import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What `createBrowser` costs a test or a tool that bundles it: minified, gzip -9. */
const { outputFiles } = await build({
  stdin: {
    contents: `export * from "@crossgate/browser";`,
    resolveDir: import.meta.dirname,
    loader: "ts",
  },
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2023",
  platform: "neutral",
  write: false,
});
const [bundle] = outputFiles;
if (!bundle) throw new Error("esbuild wrote nothing");
const zipped = gzipSync(bundle.contents, { level: 9 }).length;
console.log(
  `@crossgate/browser: ${zipped} bytes gzipped, ${bundle.contents.length} minified, no dependencies`,
);
