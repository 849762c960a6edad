import { listPage, type Page, type PageRequest } from "./page.ts";
import { askStore } from "./store-error.ts";
import { after, type Tenant } from "./tenants.ts";

/**
 * One key for each origin: KV has no transactions, and of two that write one list at the same moment
 * one would be lost. It holds the time of its adding, and counts if that is later than the tenant's
 * last removal.
 */
const prefixOf = ({ name }: Pick<Tenant, "name">): string => `origin:${name}:`;

/** A Worker may ask KV only so often in one request, for removals too. */
const SWEEP_LIMIT = 500;

/** As it stands beside a key, where listing can read it. */
interface Added {
  readonly addedAt: number;
}

export async function hasOrigin(kv: KVNamespace, tenant: Tenant, origin: string): Promise<boolean> {
  const addedAt = await askStore(() => kv.get(prefixOf(tenant) + origin));
  return addedAt !== null && Number(addedAt) > tenant.removedAt;
}

/** Adding what is there changes nothing, so that a request that failed half-way can be repeated. */
export async function addOrigins(
  kv: KVNamespace,
  tenant: Tenant,
  origins: readonly string[],
): Promise<void> {
  const prefix = prefixOf(tenant);
  const metadata: Added = { addedAt: after(tenant.removedAt) };
  const value = String(metadata.addedAt);
  await askStore(() =>
    Promise.all(origins.map((origin) => kv.put(prefix + origin, value, { metadata }))),
  );
}

export async function removeOrigin(kv: KVNamespace, tenant: Tenant, origin: string): Promise<void> {
  await askStore(() => kv.delete(prefixOf(tenant) + origin));
}

export async function listOrigins(
  kv: KVNamespace,
  tenant: Tenant,
  request: PageRequest,
): Promise<Page> {
  return listPage(
    kv,
    prefixOf(tenant),
    request,
    (metadata) => Number((metadata as Added | undefined)?.addedAt) > tenant.removedAt,
  );
}

/**
 * Tidies up after a removed tenant. What it leaves behind takes room and opens nothing. Within the
 * removal's request: later it could sweep up what was added to the next tenant of that name.
 */
export async function sweepOrigins(kv: KVNamespace, name: string): Promise<void> {
  const prefix = prefixOf({ name });
  const { names } = await listPage(kv, prefix, { limit: SWEEP_LIMIT });
  await askStore(() => Promise.all(names.map((origin) => kv.delete(prefix + origin))));
}
