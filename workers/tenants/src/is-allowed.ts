import { hasOrigin } from "./origins.ts";
import { readTenant } from "./tenants.ts";

/**
 * Whether a tenant's pages may read: while both the tenant and its origin are there. A removed
 * tenant's origins so go with it at once.
 */
export async function isAllowed(kv: KVNamespace, name: string, origin: string): Promise<boolean> {
  const tenant = await readTenant(kv, name);
  return tenant !== null && hasOrigin(kv, tenant, origin);
}
