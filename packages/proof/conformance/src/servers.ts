import { stepsOf, type ExchangeCase, type RuntimeName, type Step } from "./case.ts";
import { DEFAULT_URL } from "./request.ts";

type HostRefuses = (step: Step, exchange: ExchangeCase) => string | undefined;

/** What hosts do before a handler sees the request, or after it has answered. */
export const HOSTS: Partial<Readonly<Record<RuntimeName, HostRefuses>>> = {
  bun: ({ handler }) =>
    handler?.kind === "reused" ? "Bun.serve empties a response that it has sent" : undefined,
  workerd: ({ request }) =>
    request.headers?.some(([, value]) => value === "") ? "workerd drops empty headers" : undefined,
};

/**
 * A server of the cases on a runtime. It has the entry, the subject, the limits of its host, and
 * the names that the host writes into its own `Vary` line.
 */
type Server = readonly [
  entry: string,
  subject: string,
  hostRefuses?: HostRefuses,
  hostVary?: string,
];

/** Next's App Router varies by these, on everything. */
const NEXT_VARY = "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch";

/** How an entry is started, where that is not how its runtime runs every other. */
export const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  "deno-export": ["serve", "--allow-all", "--host=127.0.0.1", "--port=0"],
};

export const SERVERS: Readonly<Record<RuntimeName, readonly Server[]>> = {
  node: [
    ["node-server", "core wrap, over HTTP"],
    ["node-hono", "hono cors, over HTTP", anyStatusCanBeCopied],
    ["node-hono-oldest", "hono cors, oldest Hono, over HTTP", anyStatusCanBeCopied],
    ["node-next", "next withCors, over HTTP", nextRefuses, NEXT_VARY],
  ],
  deno: [
    ["deno-server", "core wrap, over HTTP"],
    ["deno-hono", "hono cors, over HTTP"],
    ["deno-adapter", "deno withCors, Deno.serve"],
    ["deno-export", "deno withCors, deno serve"],
  ],
  bun: [
    ["bun-server", "core wrap, over HTTP"],
    ["bun-hono", "hono cors, over HTTP"],
    ["bun-adapter", "bun withCors, fetch over HTTP"],
    ["bun-routes", "bun withCors, routes over HTTP"],
    ["bun-fixed", "bun withCors, fixed routes over HTTP", isNotFixed],
  ],
  workerd: [
    ["workerd", "cloudflare withCors, over HTTP"],
    ["workerd-hono", "hono cors, over HTTP"],
  ],
};

/** `@hono/node-server` puts its own `Response` in the place of Node's. */
function anyStatusCanBeCopied({ handler }: Step): string | undefined {
  return handler?.kind === "uncopyable" ? "Response accepts any status in a copy" : undefined;
}

/** Next knows seven methods, and puts its own host name into the URL of a request. */
function nextRefuses({ request, expect }: Step): string | undefined {
  const { url = DEFAULT_URL, method = "GET", headers = [] } = request;
  if (!["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"].includes(method)) {
    return "Next calls no route for this method";
  }
  const sent = new Map(headers);
  const isOwn = sent.get("origin")?.endsWith(`://${new URL(url).host}`);
  const isToldByHost = expect.verdict?.[2] === "same-origin" && !sent.has("sec-fetch-site");
  return isOwn && isToldByHost ? "Next does not put the Host header into request.url" : undefined;
}

/** A fixed route is one response, which Bun sends to every request. */
function isNotFixed({ handler }: Step, exchange: ExchangeCase): string | undefined {
  const { kind = "mutable", delay } = handler ?? {};
  if (kind !== "mutable" || delay !== undefined) return "a fixed route answers with data";
  if (exchange.inner) return "there is no gate in a fixed route";
  const answers = new Set(stepsOf(exchange).map((step) => JSON.stringify(step.handler)));
  return answers.size > 1 ? "a fixed route always answers the same" : undefined;
}
