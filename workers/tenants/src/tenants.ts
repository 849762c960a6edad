import { listPage, type Page, type PageRequest } from "./page.ts";
import { askStore } from "./store-error.ts";

export interface Tenant {
  readonly name: string;
  readonly createdAt: string;
  /** When the name was last taken away; what was added before holds no more. 0: never. */
  readonly removedAt: number;
}

/** What is kept under a tenant's name. */
interface Creation {
  readonly createdAt: string;
  /** The last time that someone asked for the tenant. */
  readonly askedAt: number;
}

const CREATED = "tenant:";
const REMOVED = "removed:";

/** A tenant is there while its last creation is later than its last removal. */
export async function readTenant(kv: KVNamespace, name: string): Promise<Tenant | null> {
  const [creation, removedAt] = await Promise.all([
    askStore(() => kv.get<Creation>(CREATED + name, "json")),
    readRemoval(kv, name),
  ]);
  if (!creation || creation.askedAt <= removedAt) return null;
  return { name, createdAt: creation.createdAt, removedAt };
}

/**
 * Written each time, because a read may be a minute old. The tenant may seem to be there and be
 * removed. It may seem not to be there and have origins. Nothing hangs on the creation, so that a
 * second one takes nothing away.
 *
 * @param known what is seen of the tenant
 */
export async function createTenant(
  kv: KVNamespace,
  name: string,
  known: Tenant | null,
): Promise<Tenant> {
  const removedAt = await readRemoval(kv, name);
  const askedAt = after(removedAt);
  const createdAt = known?.createdAt ?? new Date(askedAt).toISOString();
  const creation: Creation = { createdAt, askedAt };
  await askStore(() => kv.put(CREATED + name, JSON.stringify(creation)));
  return { name, createdAt, removedAt };
}

/** One key, so that the gate is shut for all the tenant's origins or for none. */
export async function removeTenant(kv: KVNamespace, name: string): Promise<void> {
  const [creation, removedAt] = await Promise.all([
    askStore(() => kv.get<Creation>(CREATED + name, "json")),
    readRemoval(kv, name),
  ]);
  // Not before the creation, should another place's clock be ahead.
  const now = Math.max(after(removedAt), creation?.askedAt ?? 0);
  await askStore(() => kv.put(REMOVED + name, String(now)));
  await askStore(() => kv.delete(CREATED + name));
}

export async function listTenants(kv: KVNamespace, request: PageRequest): Promise<Page> {
  return listPage(kv, CREATED, request);
}

/** A time of now that counts as later than a removal. */
export function after(removedAt: number): number {
  return Math.max(Date.now(), removedAt + 1);
}

async function readRemoval(kv: KVNamespace, name: string): Promise<number> {
  return Number((await askStore(() => kv.get(REMOVED + name))) ?? 0);
}
