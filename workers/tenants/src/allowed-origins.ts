import { waitUntil } from "cloudflare:workers";
import { rememberedOrigins, type RememberedOrigins } from "@crossgate/origins";
import type { Bindings } from "./env.ts";
import { isAllowed } from "./is-allowed.ts";

/** An isolate has the same bindings for all of its requests, so what is known of them is shared. */
const memories = new WeakMap<KVNamespace, RememberedOrigins<string>>();

/** The origins of all tenants, asked with the tenant's name, as they were read at most `ALLOWED_TTL` ago. */
export function allowedOrigins(bindings: Bindings): RememberedOrigins<string> {
  const { TENANTS, ALLOWED_TTL, DENIED_TTL } = bindings;
  const known = memories.get(TENANTS);
  if (known) return known;
  const lookUp = (origin: string, name: string): Promise<boolean> =>
    isAllowed(TENANTS, name, origin);
  const remembered = rememberedOrigins<string>(lookUp, {
    // A name has no space, so that no two tenants meet in one key.
    key: (origin, name) => `${name} ${origin}`,
    keep: waitUntil,
    ttl: seconds("ALLOWED_TTL", ALLOWED_TTL),
    negativeTtl: seconds("DENIED_TTL", DENIED_TTL),
    maxEntries: 10_000,
    maxLookupsPerSecond: 500,
  });
  memories.set(TENANTS, remembered);
  return remembered;
}

/** @throws Error that names the variable, which a reader of the log knows */
function seconds(name: string, value: number | string | undefined): number {
  if (typeof value === "number") return value;
  if (value !== undefined && /^\d+$/u.test(value.trim())) return Number(value);
  throw new Error(`${name} is ${JSON.stringify(value)}; write a whole number of seconds`);
}
