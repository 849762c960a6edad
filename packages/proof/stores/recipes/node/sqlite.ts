import { DatabaseSync } from "node:sqlite";
import { rememberedOrigins } from "@crossgate/origins";

/** Allowed origins in SQLite: the table `allowed_origins`, in a file that other programs may write. */
export function sqliteOrigins(file: string) {
  const database = new DatabaseSync(file, { timeout: 100 });
  const has = database.prepare(
    "SELECT EXISTS (SELECT 1 FROM allowed_origins WHERE tenant = ? AND origin = ?) AS found",
  );
  // A look-up takes microseconds and waits for no network, so that little needs to be cached.
  const origin = rememberedOrigins<{ tenant: string }>(
    (origin, { tenant }) => has.get(tenant, origin)?.["found"] === 1,
    {
      key: (origin, { tenant }) => `${tenant} ${origin}`,
      ttl: 1,
      negativeTtl: 1,
      staleFor: 300,
      maxLookupsPerSecond: 1000,
    },
  );
  return { origin, database, close: () => database.close() };
}
