import { rememberedOrigins } from "@crossgate/origins";
import pg from "pg";

const HAS = `SELECT EXISTS (
  SELECT FROM allowed_origins WHERE tenant = $1 AND origin = $2
) AS found`;

/** Allowed origins in PostgreSQL: the table `allowed_origins`. */
export async function postgresOrigins(connectionString: string) {
  const limits = { connectionTimeoutMillis: 1000, query_timeout: 2000 };
  const pool = new pg.Pool({ connectionString, max: 4, allowExitOnIdle: true, ...limits });
  pool.on("error", (error) => console.error("postgres", error));
  const origin = rememberedOrigins<{ tenant: string }>(
    async (origin, { tenant }) => {
      const query = { name: "has-origin", text: HAS, values: [tenant, origin] };
      const { rows } = await pool.query<{ found: boolean }>(query);
      return rows[0]?.found;
    },
    { key: (origin, { tenant }) => `${tenant} ${origin}`, ttl: 60, staleFor: 300 },
  );
  const stop = await listen(connectionString, (key) => origin.forget(key));
  const close = async () => {
    stop();
    await pool.end();
  };
  return { origin, pool, close };
}

/** Calls `changed` with each key that a transaction has changed, and without one after a break. */
async function listen(connectionString: string, changed: (key?: string) => void) {
  let client: pg.Client | undefined;
  let isStopped = false;
  const connect = async (): Promise<void> => {
    const limits = { connectionTimeoutMillis: 1000, keepAlive: true };
    client = new pg.Client({ connectionString, ...limits });
    client.on("error", (error) => console.error("postgres", error));
    // Without a payload, as after an import, anything may have changed.
    client.on("notification", ({ payload }) => changed(payload || undefined));
    client.on("end", () => setTimeout(reconnect, 1000).unref());
    await client.connect();
    await client.query("LISTEN allowed_origins");
    changed();
  };
  const reconnect = (): void => {
    if (!isStopped) connect().catch((error) => console.error("postgres", error));
  };
  await connect();
  return () => {
    isStopped = true;
    client?.end().catch(() => {});
  };
}
