import { rememberedOrigins } from "@crossgate/origins";
import pg from "pg";

const HAS = `SELECT EXISTS (
  SELECT FROM allowed_origins WHERE tenant = $1 AND origin = $2
) AS found`;

/** The tenant whose API is asked for. */
export interface Tenant {
  readonly tenant: string;
}

const connectionString = process.env["DATABASE_URL"];
const pool = new pg.Pool({ connectionString, max: 4, connectionTimeoutMillis: 1000 });
pool.on("error", (error) => console.error("postgres", error));

/** What the table says, cached for a minute, and for five more while it can't be asked. */
export const origin = rememberedOrigins<Tenant>(
  async (origin, { tenant }) => {
    const query = { name: "has-origin", text: HAS, values: [tenant, origin] };
    return (await pool.query<{ found: boolean }>(query)).rows[0]?.found;
  },
  {
    key: (origin, { tenant }) => `${tenant} ${origin}`,
    ttl: 60,
    staleFor: 300,
    maxEntries: 10_000,
  },
);

/** Forgets what a transaction has changed, and everything after a break. */
async function listen(): Promise<void> {
  const client = new pg.Client({ connectionString, keepAlive: true });
  client.on("error", (error) => console.error("postgres", error));
  client.on("notification", ({ payload }) => origin.forget(payload || undefined));
  client.on("end", () => setTimeout(listenAgain, 1000));
  await client.connect();
  await client.query("LISTEN allowed_origins");
  origin.forget();
}

function listenAgain(): void {
  listen().catch((error) => console.error("postgres", error));
}

listenAgain();
