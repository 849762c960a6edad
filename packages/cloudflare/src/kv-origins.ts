import { waitUntil } from "cloudflare:workers";
import { rememberedOrigins, type RememberedOrigins } from "@crossgate/origins";
import type { KVNamespaceLike } from "./host.ts";
import { type KvOriginsOptions, readKvOptions } from "./kv-options.ts";

export type { KVNamespaceLike } from "./host.ts";
export type { KvOriginsOptions } from "./kv-options.ts";

/** What is known belongs to the namespace and the limits, so that calling `kvOrigins` again loses nothing. */
const memories = new WeakMap<KVNamespaceLike, Map<string, RememberedOrigins<string>>>();

/**
 * Allowed origins in Workers KV: an origin is allowed while its key is there, whatever the value.
 * `null` never is, because every sandboxed page shares it.
 *
 * What an isolate has looked up it caches, within bounds. When KV fails or is silent, or the
 * budget of look-ups is spent, an origin that isn't cached is denied.
 *
 * @param namespace the KV binding
 * @param options how to ask and how long to cache; times in seconds
 * @returns the `origin` function of a policy. It answers at once where it caches, and rejects when
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
  const { prefix, limits } = readKvOptions(namespace, options);
  const known = memories.get(namespace) ?? new Map<string, RememberedOrigins<string>>();
  memories.set(namespace, known);
  const name = Object.values(limits).join();
  const remembered = known.get(name) ?? remember(namespace, options);
  known.set(name, remembered);
  return (origin) => remembered(origin, prefix);
}

/** One memory for all prefixes: a thousand tenants share its bounds and its budget. */
function remember(
  namespace: KVNamespaceLike,
  options: KvOriginsOptions,
): RememberedOrigins<string> {
  const { prefix: _, ...limits } = options;
  const keyOf = (origin: string, prefix: string): string => prefix + origin;
  const has = async (origin: string, prefix: string): Promise<boolean> =>
    (await namespace.get(keyOf(origin, prefix))) !== null;
  return rememberedOrigins(has, { ...limits, key: keyOf, keep: waitUntil });
}
