import { listPage, type Page, type PageRequest } from "./page.ts";
import { askStore } from "./store-error.ts";

export interface Tenant {
  readonly name: string;
  /** Another for each creation, so that no origin of a removed tenant comes back with its name. */
  readonly id: string;
  readonly createdAt: string;
}

const PREFIX = "tenant:";

export async function readTenant(kv: KVNamespace, name: string): Promise<Tenant | null> {
  return askStore(() => kv.get<Tenant>(PREFIX + name, "json"));
}

export async function createTenant(kv: KVNamespace, name: string): Promise<Tenant> {
  const tenant = { name, id: crypto.randomUUID(), createdAt: new Date().toISOString() };
  await askStore(() => kv.put(PREFIX + name, JSON.stringify(tenant)));
  return tenant;
}

/** One key, so that the gate is shut for all the tenant's origins or for none. */
export async function removeTenant(kv: KVNamespace, name: string): Promise<void> {
  await askStore(() => kv.delete(PREFIX + name));
}

export async function listTenants(kv: KVNamespace, request: PageRequest): Promise<Page> {
  return listPage(kv, PREFIX, request);
}
