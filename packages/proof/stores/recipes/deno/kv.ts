import { rememberedOrigins } from "@crossgate/origins";

const CHANGED = ["origins changed"];

/** Allowed origins in Deno KV: a key `["origins", tenant, origin]` for each. */
export async function kvOrigins(path?: string) {
  const kv = await Deno.openKv(path);
  const origin = rememberedOrigins<{ tenant: string }>(
    async (origin, { tenant }) => {
      const { versionstamp } = await kv.get(["origins", tenant, origin]);
      return versionstamp !== null;
    },
    { key: (origin, { tenant }) => `${tenant} ${origin}`, ttl: 60, staleFor: 300 },
  );
  const changes = kv.watch([CHANGED]).getReader();
  const follow = async (): Promise<void> => {
    // The key says that something has changed, and not what.
    while (!(await changes.read()).done) origin.forget();
  };
  follow().catch((error) => console.error("kv", error));
  const close = async () => {
    await changes.cancel();
    kv.close();
  };
  return { origin, kv, close };
}

/** Adds an origin and tells every server, in one step. */
export async function allow(kv: Deno.Kv, tenant: string, origin: string) {
  const key = ["origins", tenant, origin];
  await kv.atomic().set(key, true).set(CHANGED, crypto.randomUUID()).commit();
}

/** Removes an origin and tells every server, in one step. */
export async function remove(kv: Deno.Kv, tenant: string, origin: string) {
  const key = ["origins", tenant, origin];
  await kv.atomic().delete(key).set(CHANGED, crypto.randomUUID()).commit();
}
