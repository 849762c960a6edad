// With @cloudflare/workers-types: a KV binding fits, and the result fits every origin option.
import { createCors, type OriginFunction } from "@crossgate/core";
import { withCors } from "@crossgate/cloudflare";
import { kvOrigins } from "@crossgate/cloudflare/kv-origins";

interface Env {
  readonly ORIGINS: KVNamespace;
}

export const once = withCors({ fetch: () => new Response("") }, (env: Env) => ({
  origin: kvOrigins(env.ORIGINS, { prefix: "origin:", ttl: 300 }),
  credentials: true,
}));

export const anew = withCors(
  { fetch: () => new Response("") },
  { origin: (origin, { env }) => kvOrigins(env.ORIGINS)(origin) },
) satisfies ExportedHandler<Env>;

export function asFunction(env: Env): OriginFunction {
  return kvOrigins(env.ORIGINS);
}

export function inCore(env: Env): Promise<boolean> {
  return createCors({ origin: kvOrigins(env.ORIGINS) }).allows("https://myapp.com");
}

export function refused(env: Env): void {
  // @ts-expect-error: no such option
  kvOrigins(env.ORIGINS, { cacheTtl: 60 });
  // @ts-expect-error: seconds are a number
  kvOrigins(env.ORIGINS, { ttl: "60" });
  // @ts-expect-error: no namespace
  kvOrigins("ORIGINS");
}
