// Without any type package: a namespace is what has `get`.
import { withCors } from "@crossgate/cloudflare";
import { type KVNamespaceLike, kvOrigins } from "@crossgate/cloudflare/kv-origins";

interface Env {
  readonly ORIGINS: KVNamespaceLike;
}

export const worker = withCors({ fetch: () => new Response("") }, (env: Env) => ({
  origin: kvOrigins(env.ORIGINS, { staleFor: 60 }),
}));

export function ask(env: Env): boolean | Promise<boolean> {
  return kvOrigins(env.ORIGINS)("https://myapp.com");
}
