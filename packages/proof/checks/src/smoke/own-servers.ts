import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readJsr } from "../release/jsr.ts";
import { ROOT } from "../workspace.ts";
import { changed, firstExample } from "./example.ts";
import { exchangesOf } from "./exchanges.ts";
import type { Fresh } from "./fresh.ts";
import { bunInstall, type Install, npmInstall, write } from "./project.ts";

const DENO_EXCHANGES = exchangesOf({
  path: "/",
  body: JSON.stringify({ data: "hello world" }),
  method: "POST",
  allowMethods: "GET,POST",
  allowHeaders: "content-type",
});

const DENO_SERVE = ["deno", "serve", "--host=127.0.0.1", "--port=0", "server.ts"];

export const DENO: Fresh = {
  name: "@crossgate/deno",
  project: {
    files: { "server.ts": firstExample("packages/deno", "ts") },
    packages: ["@crossgate/deno", "@crossgate/core"],
  },
  install: npmInstall,
  serve: { Deno: DENO_SERVE },
  exchanges: DENO_EXCHANGES,
};

/** What `deno publish` would upload, in the place of what `deno add jsr:` would download. */
const jsrInstall: Install = async (project) => {
  const links = project.packages.map((name) => name.replace("@crossgate/", "jsr/"));
  for (const link of links) {
    const directory = link.replace("jsr/", "packages/");
    // A link of Deno's has its settings in a file of this name, and no further links.
    const { publish, links: _, ...settings } = readJsr(directory);
    for (const file of publish.include) {
      cpSync(join(ROOT, directory, file), join(project.directory, link, file), { recursive: true });
    }
    writeFileSync(join(project.directory, link, "deno.json"), JSON.stringify(settings));
  }
  const imports = Object.fromEntries(project.packages.map((name) => [name, `jsr:${name}`]));
  write(project, { "deno.json": JSON.stringify({ imports, links }) });
};

export const JSR: Fresh = {
  ...DENO,
  name: "@crossgate/deno from JSR",
  install: jsrInstall,
};

export const BUN: Fresh = {
  name: "@crossgate/bun",
  project: {
    files: { "server.ts": changed(firstExample("packages/bun", "ts"), "port: 8787", "port: 0") },
    packages: ["@crossgate/bun", "@crossgate/core"],
  },
  install: bunInstall,
  serve: { Bun: ["bun", "server.ts"] },
  exchanges: exchangesOf({
    path: "/api/users/7",
    body: JSON.stringify({ id: "7" }),
    method: "PUT",
    allowMethods: "GET,PUT",
    allowHeaders: "content-type",
  }),
};
