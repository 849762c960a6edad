import type { KVNamespaceLike } from "@crossgate/cloudflare/kv-origins";
import { hasOrigin } from "./origins.ts";
import { readTenant } from "./tenants.ts";

/** What `kvOrigins` remembers belongs to the namespace object, so there is one of each. */
const views = new WeakMap<KVNamespace, KVNamespaceLike>();

/**
 * All tenants' origins as one namespace with keys such as `acme:https://acme.example`. A key is there
 * while the tenant and its origin both are, so that a removed tenant's origins go with it at once.
 */
export function allowedOrigins(kv: KVNamespace): KVNamespaceLike {
  const known = views.get(kv);
  if (known) return known;
  const view: KVNamespaceLike = {
    async get(key) {
      const colon = key.indexOf(":");
      const tenant = await readTenant(kv, key.slice(0, colon));
      if (!tenant) return null;
      return (await hasOrigin(kv, tenant, key.slice(colon + 1))) ? "" : null;
    },
  };
  views.set(kv, view);
  return view;
}
