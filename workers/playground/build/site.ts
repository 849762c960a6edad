// Builds the page into dist/site: two scripts, a stylesheet, and a page for every error.
import { copyFile, mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeErrorPages } from "./error-pages.ts";

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
await build({ ...common, entryPoints: [`${page}main.tsx`, `${page}main.css`], format: "esm" });
// Not a module: to a document without an origin a module script would be a CORS request.
await build({ ...common, entryPoints: [`${page}frame.ts`], format: "iife" });
for (const file of ["index.html", "frame.html"]) await copyFile(page + file, site + file);
await writeErrorPages(`${site}errors/`);
