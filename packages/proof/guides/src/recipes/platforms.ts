import { type Api, DATA_API, get, preflightFor } from "./api.ts";
import { commandOf } from "./frameworks.ts";
import { FORMS_PASS, staticFile } from "./peculiarities.ts";
import { DENO, NODE, nodeBin } from "./programs.ts";
import type { Recipe } from "./recipe.ts";

/** Stands in for the platform, in the folder of a recipe. */
const platform = (name: string): string => `../../src/recipes/platforms/${name}.ts`;

const WRANGLER_PAGES = [NODE, nodeBin("wrangler", "wrangler"), "pages", "dev", "public"];

const WEBPACK: Api = {
  read: get("/main.js"),
  text: "hello world",
  errors: [{ says: "the 404 of a file that is not there", asked: get("/nowhere.js"), status: 404 }],
  preflight: preflightFor("GET", "/main.js", "content-type"),
  policy: { allowMethods: "GET", allowHeaders: "content-type" },
};

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
    name: "webpack-dev-server",
    version: "webpack-dev-server",
    folder: "webpack",
    start: [
      NODE,
      nodeBin("webpack-cli", "webpack-cli"),
      "serve",
      "--port=$PORT",
      "--host=127.0.0.1",
      "--no-open",
    ],
    api: WEBPACK,
    peculiarities: [],
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
    version: "deno",
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
