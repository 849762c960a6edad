import { waitUntil } from "cloudflare:workers";
import type { KVNamespaceLike } from "./host.ts";
import { type KvOriginsOptions, readKvOptions } from "./kv-options.ts";
import { OriginCache } from "./origin-cache.ts";

export type { KVNamespaceLike } from "./host.ts";
export type { KvOriginsOptions } from "./kv-options.ts";

/** What is known belongs to the namespace, so that calling `kvOrigins` anew loses nothing. */
const caches = new WeakMap<KVNamespaceLike, OriginCache>();

/**
 * Allowed origins in Workers KV: an origin is allowed while its key is there, whatever the value.
 * `null` never is, because every sandboxed page shares it.
 *
 * What an isolate has looked up it remembers, within bounds. When KV fails or is silent, or the
 * budget of look-ups is spent, an origin that isn't remembered is denied.
 *
 * @param namespace the KV binding
 * @param options how to ask and how long to remember; times in seconds
 * @returns the `origin` function of a policy. It answers at once where it remembers, and rejects when
 * KV can't be asked, which a policy takes as a denial, and reports
 * @throws CorsConfigError with every problem of the options
 * @example
 * ```ts
 * export default withCors(worker, (env: Env) => ({
 *   origin: kvOrigins(env.ORIGINS, { prefix: "origin:", ttl: 300, staleFor: 3600 }),
 *   credentials: true,
 * }));
 * ```
 * @see https://developers.cloudflare.com/kv/concepts/how-kv-works/
 */
export function kvOrigins(
  namespace: KVNamespaceLike,
  options: KvOriginsOptions = {},
): (origin: string) => boolean | Promise<boolean> {
  const limits = readKvOptions(namespace, options);
  const cache = caches.get(namespace) ?? createCache(namespace);
  return (origin) => origin !== "null" && cache.allows(limits.prefix + origin, limits);
}

function createCache(namespace: KVNamespaceLike): OriginCache {
  const cache = new OriginCache({
    now: Date.now,
    has: async (key) => (await namespace.get(key)) !== null,
    keep: waitUntil,
  });
  caches.set(namespace, cache);
  return cache;
}
