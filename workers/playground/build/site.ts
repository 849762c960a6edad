// Builds the page into dist/site: the scripts, a stylesheet, and a page for every error.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeErrorPages } from "./error-pages.ts";
import { examplesAsText } from "./examples-as-text.ts";

const page = fileURLToPath(new URL("../page/", import.meta.url));
const site = fileURLToPath(new URL("../dist/site/", import.meta.url));

await rm(site, { recursive: true, force: true });
await mkdir(site, { recursive: true });
const common = {
  bundle: true,
  minify: true,
  target: "es2022",
  outdir: site,
  logLevel: "warning",
  jsx: "automatic",
  jsxImportSource: "preact",
} as const;
// Split, so that what reads shells and scripts comes to those who paste something.
await build({
  ...common,
  entryPoints: [`${page}main.tsx`, `${page}main.css`],
  format: "esm",
  splitting: true,
});
// Not a module: to a document without an origin a module script would be a CORS request.
await build({ ...common, entryPoints: [`${page}frame.ts`], format: "iife" });
await copyFile(`${page}frame.html`, `${site}frame.html`);
const html = await readFile(`${page}index.html`, "utf8");
await writeFile(`${site}index.html`, html.replace("<!-- examples -->", examplesAsText()));
await writeErrorPages(`${site}errors/`);
