import { startPostgres } from "@crossgate/testkit/postgres";
import { startRedis } from "@crossgate/testkit/redis";
import { createClient } from "redis";
import { ADDED, type Customer, customer, ORIGINS, REMOVED, TENANTS } from "./population.ts";

/** A store that is full, and what the trial does to it. */
export interface FullStore {
  readonly name: "redis" | "postgres";
  readonly url: string;
  readonly version: string;
  /** Seconds that filling took. */
  readonly filled: number;
  /** Removes one origin and adds another, and says so. */
  change(): Promise<void>;
  stop(): Promise<void>;
}

const BATCH = 5000;

export async function fullRedis(): Promise<FullStore> {
  const server = await startRedis();
  const client = createClient({ url: server.url });
  await client.connect();
  const began = performance.now();
  for (let index = 0; index < ORIGINS; index += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, offset) => customer(index + offset));
    await Promise.all(batch.map(({ tenant, origin }) => client.sAdd(`origins:${tenant}`, origin)));
  }
  const filled = (performance.now() - began) / 1000;
  const version = /redis_version:(\S+)/.exec(await client.info("server"))?.[1] ?? "?";
  const key = ({ tenant, origin }: Customer): string => `${tenant} ${origin}`;
  return {
    name: "redis",
    url: server.url,
    version: `Redis ${version}`,
    filled,
    async change() {
      const removal = client.multi().sRem(`origins:${REMOVED.tenant}`, REMOVED.origin);
      await removal.publish("origins", key(REMOVED)).exec();
      const addition = client.multi().sAdd(`origins:${ADDED.tenant}`, ADDED.origin);
      await addition.publish("origins", key(ADDED)).exec();
    },
    async stop() {
      client.destroy();
      await server.stop();
    },
  };
}

const SCHEMA = `
CREATE TABLE allowed_origins (tenant text, origin text, PRIMARY KEY (tenant, origin));
INSERT INTO allowed_origins
  SELECT 't' || (i % ${TENANTS}), 'https://www.customer-' || i || '.example'
  FROM generate_series(0, ${ORIGINS - 1}) AS i;
ANALYZE allowed_origins;
`;

export async function fullPostgres(): Promise<FullStore> {
  const server = await startPostgres("shared_buffers=256MB");
  const began = performance.now();
  await server.run(SCHEMA);
  const filled = (performance.now() - began) / 1000;
  const version = await server.run("SHOW server_version");
  const change = (sql: string, { tenant, origin }: Customer): Promise<string> =>
    server.run(`BEGIN; ${sql} SELECT pg_notify('allowed_origins', '${tenant} ${origin}'); COMMIT`);
  return {
    name: "postgres",
    url: server.url,
    version: `PostgreSQL ${version.split(" ")[0]}`,
    filled,
    async change() {
      const row = ({ tenant, origin }: Customer): string => `('${tenant}', '${origin}')`;
      const removal = `DELETE FROM allowed_origins WHERE (tenant, origin) = ${row(REMOVED)};`;
      await change(removal, REMOVED);
      await change(`INSERT INTO allowed_origins VALUES ${row(ADDED)};`, ADDED);
    },
    stop: () => server.stop(),
  };
}
