import { rememberedOrigins } from "@crossgate/origins";
import { SQL } from "bun";

/** Allowed origins in PostgreSQL: the table `allowed_origins`. */
export async function postgresOrigins(url: string) {
  const sql = new SQL(url, { max: 4, connectionTimeout: 1 });
  const origin = rememberedOrigins<{ tenant: string }>(
    async (origin, { tenant }) => {
      const [row] = await sql`SELECT EXISTS (
        SELECT FROM allowed_origins WHERE tenant = ${tenant} AND origin = ${origin}
      ) AS found`;
      return row.found;
    },
    { key: (origin, { tenant }) => `${tenant} ${origin}`, ttl: 60, staleFor: 300 },
  );
  // The last function runs with the first connection and after each break, in which changes are lost.
  const changed = (key: string) => origin.forget(key || undefined);
  const listening = await sql.listen("allowed_origins", changed, () => origin.forget());
  const close = async () => {
    await listening.unlisten();
    await sql.end();
  };
  return { origin, sql, close };
}
