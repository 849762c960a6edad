import { listPage, type Page, type PageRequest } from "./page.ts";
import { askStore } from "./store-error.ts";
import type { Tenant } from "./tenants.ts";

/**
 * One key for each origin: KV has no transactions, and of two that write one list at the same moment
 * one would be lost.
 */
const prefixOf = (tenant: Tenant): string => `origin:${tenant.id}:`;

/** What a Worker may ask of KV in one request is bounded, also for removing. */
const SWEEP_LIMIT = 500;

export async function hasOrigin(kv: KVNamespace, tenant: Tenant, origin: string): Promise<boolean> {
  return (await askStore(() => kv.get(prefixOf(tenant) + origin))) !== null;
}

/** Adding what is there changes nothing, so that a request that failed half-way can be repeated. */
export async function addOrigins(
  kv: KVNamespace,
  tenant: Tenant,
  origins: readonly string[],
): Promise<void> {
  const prefix = prefixOf(tenant);
  await askStore(() => Promise.all(origins.map((origin) => kv.put(prefix + origin, ""))));
}

export async function removeOrigin(kv: KVNamespace, tenant: Tenant, origin: string): Promise<void> {
  await askStore(() => kv.delete(prefixOf(tenant) + origin));
}

export async function listOrigins(
  kv: KVNamespace,
  tenant: Tenant,
  request: PageRequest,
): Promise<Page> {
  return listPage(kv, prefixOf(tenant), request);
}

/** Tidies up after a removed tenant. What it leaves behind takes room and opens nothing. */
export async function sweepOrigins(kv: KVNamespace, tenant: Tenant): Promise<void> {
  const { names } = await listOrigins(kv, tenant, { limit: SWEEP_LIMIT });
  await askStore(() => Promise.all(names.map((origin) => kv.delete(prefixOf(tenant) + origin))));
}
