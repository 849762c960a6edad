import { DATA_API, preflightFor } from "./api.ts";
import { commandOf } from "./frameworks.ts";
import { FORMS_PASS, staticFile } from "./peculiarities.ts";
import { DENO, NODE, nodeBin } from "./programs.ts";
import type { Recipe } from "./recipe.ts";

/** Stands in for the platform, in the folder of a recipe. */
const platform = (name: string): string => `../../src/recipes/platforms/${name}.ts`;

const WRANGLER_PAGES = [NODE, nodeBin("wrangler", "wrangler"), "pages", "dev", "public"];

/** Where someone else runs the server. */
export const PLATFORMS: readonly Recipe[] = [
  {
    name: "Workers with Vite",
    version: "@cloudflare/vite-plugin",
    folder: "vite",
    ...commandOf("vite"),
    start: [NODE, nodeBin("vite", "vite"), "preview", "--port", "$PORT", "--host", "127.0.0.1"],
    peculiarities: [...FORMS_PASS, staticFile(false)],
  },
  {
    name: "Cloudflare Pages",
    version: "wrangler",
    folder: "pages-functions",
    // It writes beside the sources.
    build: [NODE, "--version"],
    start: [
      ...WRANGLER_PAGES,
      "--ip=127.0.0.1",
      "--port=$PORT",
      "--inspector-port=0",
      "--compatibility-date=2025-01-01",
    ],
    peculiarities: [...FORMS_PASS, staticFile(true)],
  },
  {
    name: "Nuxt",
    version: "nitropack",
    folder: "nuxt",
    build: [NODE, nodeBin("nitropack", "nitropack"), "build"],
    start: [NODE, "dist/server/index.mjs"],
    peculiarities: [...FORMS_PASS, staticFile(false)],
  },
  {
    name: "AWS Lambda",
    version: "hono",
    folder: "aws-lambda",
    start: [NODE, platform("aws-lambda"), "index.ts"],
    peculiarities: FORMS_PASS,
  },
  {
    name: "Netlify Functions",
    version: "@netlify/functions",
    folder: "netlify",
    start: [NODE, platform("netlify"), "netlify/functions/api.ts"],
    peculiarities: FORMS_PASS,
  },
  {
    name: "Supabase Functions",
    version: "@crossgate/deno",
    folder: "supabase",
    start: [
      "env",
      "DENO_SERVE_ADDRESS=tcp:127.0.0.1:$PORT",
      DENO,
      "run",
      "--check",
      "--allow-net",
      "functions/api/index.ts",
    ],
    api: {
      ...DATA_API,
      preflight: preflightFor("POST", "/api/data", "apikey,authorization,x-client-info"),
      policy: {
        ...DATA_API.policy,
        allowHeaders: "authorization,x-client-info,apikey,content-type",
      },
    },
    peculiarities: FORMS_PASS,
  },
];
