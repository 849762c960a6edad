import { BUN, NODE, nodeBin } from "./programs.ts";
import { form, FORMS_PASS, JSON_PASSES, staticFile } from "./peculiarities.ts";
import type { Recipe } from "./recipe.ts";

/** A framework whose one command builds, and serves its sources. */
export function commandOf(
  name: string,
  command = name,
): Required<Pick<Recipe, "build" | "develop">> {
  const run = [NODE, nodeBin(name, command)];
  return {
    build: [...run, "build"],
    develop: [...run, "dev", "--port", "$PORT", "--host", "127.0.0.1"],
  };
}

export const FRAMEWORKS: readonly Recipe[] = [
  {
    name: "Node http, @remix-run/node-fetch-server",
    version: "@remix-run/node-fetch-server",
    folder: "node-http",
    start: [NODE, "server.ts"],
    peculiarities: FORMS_PASS,
  },
  {
    name: "Node http, @hono/node-server",
    version: "@hono/node-server",
    folder: "node-http",
    start: [NODE, "hono.ts"],
    peculiarities: FORMS_PASS,
  },
  {
    name: "Node http, srvx",
    version: "srvx",
    folder: "node-http",
    start: [NODE, "srvx.ts"],
    peculiarities: FORMS_PASS,
  },
  {
    name: "itty-router",
    version: "itty-router",
    folder: "itty-router",
    start: [NODE, "server.ts"],
    peculiarities: FORMS_PASS,
  },
  {
    name: "Elysia",
    version: "elysia",
    folder: "elysia",
    start: [BUN, "server.ts"],
    peculiarities: FORMS_PASS,
  },
  {
    name: "Nitro",
    version: "nitro",
    folder: "nitro",
    build: [NODE, nodeBin("nitro", "nitro"), "build"],
    start: [NODE, "dist/server/index.mjs"],
    peculiarities: [...FORMS_PASS, staticFile(true)],
  },
  {
    name: "SvelteKit",
    version: "@sveltejs/kit",
    folder: "sveltekit",
    start: [NODE, "dist/index.js"],
    ...commandOf("vite"),
    peculiarities: [
      form("allowed", 200, true),
      form("denied", 403, false),
      JSON_PASSES,
      staticFile(false),
    ],
  },
  {
    name: "SvelteKit 2",
    version: "sveltekit-2",
    folder: "sveltekit-2",
    links: { "@sveltejs/kit": "sveltekit-2" },
    ...commandOf("vite"),
    start: [NODE, nodeBin("vite", "vite"), "preview", "--port", "$PORT", "--host", "127.0.0.1"],
    peculiarities: [form("allowed", 200, true), form("denied", 403, false), JSON_PASSES],
  },
  {
    name: "Astro",
    version: "astro",
    folder: "astro",
    start: [NODE, "dist/server/entry.mjs"],
    ...commandOf("astro"),
    peculiarities: [
      form("allowed", 403, false),
      form("denied", 403, false),
      JSON_PASSES,
      staticFile(false),
    ],
  },
  {
    name: "React Router",
    version: "react-router",
    folder: "react-router",
    start: [NODE, "server.ts"],
    ...commandOf("@react-router/dev", "react-router"),
    peculiarities: [
      ...FORMS_PASS,
      form("allowed", 400, false, "/?index"),
      form("denied", 400, false, "/?index"),
      staticFile(false),
    ],
  },
  {
    name: "TanStack Start",
    version: "@tanstack/react-start",
    folder: "tanstack-start",
    start: [NODE, "server.ts"],
    ...commandOf("vite"),
    peculiarities: [...FORMS_PASS, staticFile(false)],
  },
];
