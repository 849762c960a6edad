/** A package, and every way in which it takes a policy. */
export interface Subject {
  readonly name: string;
  /** The globals of its host. */
  readonly lib: readonly string[];
  readonly types: readonly string[];
  /** What the calls need. */
  readonly given: string;
  /** `POLICY` is the policy. */
  readonly calls: readonly string[];
  /** Calls with a function that returns the policy. */
  readonly choosing: readonly string[];
}

const SERVER = ["es2023"];
const BROWSER = ["es2023", "dom", "dom.iterable"];

export const SUBJECTS: readonly Subject[] = [
  {
    name: "core",
    lib: BROWSER,
    types: [],
    given: "",
    calls: ["createCors(POLICY)"],
    choosing: [],
  },
  {
    name: "hono",
    lib: SERVER,
    types: ["@cloudflare/workers-types"],
    given: `
import { cors } from "@crossgate/hono";
import { Hono } from "hono";
interface AppEnv { Bindings: { readonly PAGE: string }; Variables: { user: string } }
const app = new Hono<AppEnv>();
const bare = new Hono();
`,
    calls: ["app.use(cors(POLICY))", 'bare.use("*", cors(POLICY))'],
    choosing: [
      'app.use("/x/*", cors(() => (POLICY)))',
      "bare.use(cors((c) => (c.req.path ? (POLICY) : (POLICY))))",
      "bare.use(cors(async () => (POLICY)))",
    ],
  },
  {
    name: "cloudflare",
    lib: SERVER,
    types: ["@cloudflare/workers-types"],
    given: `
import { DurableObject, WorkerEntrypoint } from "cloudflare:workers";
import { withCors } from "@crossgate/cloudflare";
interface Env { readonly KV: KVNamespace }
declare const worker: ExportedHandler<Env>;
class Entrypoint extends WorkerEntrypoint<Env> { override fetch() { return new Response(); } }
class Room extends DurableObject<Env> { override async fetch() { return new Response(); } }
`,
    calls: [
      "withCors(worker, POLICY)",
      "withCors({ async fetch(request, env, ctx) { return new Response(request.url); } }, POLICY) satisfies ExportedHandler<Env>",
      "withCors(Entrypoint, POLICY)",
    ],
    choosing: [
      "withCors(worker, () => (POLICY))",
      "withCors({ fetch: () => new Response() }, (env: Env) => (POLICY))",
      "withCors(Room, (env) => (POLICY))",
    ],
  },
  {
    name: "deno",
    lib: BROWSER,
    types: ["@types/deno"],
    given: 'import { withCors } from "@crossgate/deno";',
    calls: [
      "Deno.serve(withCors((request) => new Response(request.url), POLICY))",
      "Deno.serve(withCors({ handler: (request, info) => new Response(info.remoteAddr.hostname), port: 0 }, POLICY))",
      "withCors({ fetch: () => new Response() }, POLICY) satisfies Deno.ServeDefaultExport",
    ],
    choosing: ["withCors(() => new Response(), (request, info) => (POLICY))"],
  },
  {
    name: "bun",
    lib: SERVER,
    types: ["bun"],
    given: 'import { withCors } from "@crossgate/bun";',
    calls: [
      "Bun.serve(withCors({ fetch: (request, server) => new Response(request.url + server.url) }, POLICY))",
      'Bun.serve(withCors({ routes: { "/:id": (request) => new Response(request.params.id) } }, POLICY))',
    ],
    choosing: ["withCors({ fetch: () => new Response() }, (request, server) => (POLICY))"],
  },
  {
    name: "next",
    lib: BROWSER,
    types: ["node", "react"],
    given: `
import { corsProxy, withCors } from "@crossgate/next";
import { type NextRequest, NextResponse } from "next/server.js";
const GET = async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => NextResponse.json(await params);
`,
    calls: [
      "withCors({ GET }, POLICY)",
      "withCors({ POST: (request) => new Response(request.nextUrl.href) }, POLICY)",
      "corsProxy(POLICY)",
    ],
    choosing: ["withCors({ GET }, (request) => (POLICY))", "corsProxy(() => (POLICY))"],
  },
];
