import type { RuntimeName, Step } from "./case.ts";

type HostRefuses = (step: Step) => string | undefined;

/** What hosts do before a handler sees the request, or after it has answered. */
export const HOSTS: Partial<Readonly<Record<RuntimeName, HostRefuses>>> = {
  bun: ({ handler }) =>
    handler?.kind === "reused" ? "Bun.serve empties a response that it has sent" : undefined,
  workerd: ({ request }) =>
    request.headers?.some(([, value]) => value === "") ? "workerd drops empty headers" : undefined,
};

/** What serves the cases on a runtime: the entry, the subject that it is, and what its host can't. */
type Server = readonly [entry: string, subject: string, hostRefuses?: HostRefuses];

export const SERVERS: Readonly<Record<RuntimeName, readonly Server[]>> = {
  node: [
    ["node-server", "core wrap, over HTTP"],
    ["node-hono", "hono cors, over HTTP", anyStatusCanBeCopied],
  ],
  deno: [
    ["deno-server", "core wrap, over HTTP"],
    ["deno-hono", "hono cors, over HTTP"],
  ],
  bun: [
    ["bun-server", "core wrap, over HTTP"],
    ["bun-hono", "hono cors, over HTTP"],
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
