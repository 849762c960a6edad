import { readFileSync } from "node:fs";
import { startPostgres } from "@crossgate/testkit/postgres";
import { startRedis } from "@crossgate/testkit/redis";
import type { StoreProcess } from "@crossgate/testkit/store-process";
import pg from "pg";
import { createClient } from "redis";

/** A real store, and what the tests do to it. */
export interface Store {
  readonly process: StoreProcess;
  has(origin: string): Promise<boolean | number>;
  /** A look-up that the store answers with an error. */
  fail(): Promise<never>;
  add(origin: string): Promise<unknown>;
  remove(origin: string): Promise<unknown>;
  /** Starts it again, with nothing in it. */
  restartEmpty(): Promise<void>;
  /** Makes every look-up wait. Resolves when that is over. */
  stall(seconds: number): Promise<unknown>;
  stop(): Promise<void>;
}

const HAS =
  "SELECT EXISTS (SELECT FROM allowed_origins WHERE tenant = 'acme' AND origin = $1) AS found";

export async function openRedis(): Promise<Store> {
  const server = await startRedis();
  const { url } = server;
  const connect = () =>
    createClient({ url, disableOfflineQueue: true, socket: { reconnectStrategy: 100 } });
  const [client, other] = [connect(), createClient({ url, socket: { reconnectStrategy: 100 } })];
  for (const each of [client, other]) each.on("error", () => {});
  await Promise.all([client.connect(), other.connect()]);
  return {
    process: server.process,
    has: (origin) => client.sIsMember("origins:acme", origin),
    fail: () => client.sendCommand<never>(["NO-SUCH-COMMAND"]),
    add: (origin) => other.sAdd("origins:acme", origin),
    remove: (origin) => other.sRem("origins:acme", origin),
    restartEmpty: () => server.restart(),
    stall: (seconds) => other.sendCommand(["DEBUG", "SLEEP", `${seconds}`]),
    async stop() {
      client.destroy();
      other.destroy();
      await server.stop();
    },
  };
}

export async function openPostgres(): Promise<Store> {
  const server = await startPostgres();
  const schema = new URL("../schema/postgres.sql", import.meta.url);
  await server.run(readFileSync(schema, "utf8"));
  const limits = { connectionTimeoutMillis: 1000, query_timeout: 2000 };
  const pool = new pg.Pool({ connectionString: server.url, max: 4, ...limits });
  pool.on("error", () => {});
  const row = (origin: string): string => `('acme', '${origin}')`;
  return {
    process: server.process,
    has: async (origin) =>
      (await pool.query<{ found: boolean }>(HAS, [origin])).rows[0]?.found === true,
    fail: () => pool.query("SELECT 1 / 0") as Promise<never>,
    add: (origin) =>
      server.run(`INSERT INTO allowed_origins VALUES ${row(origin)} ON CONFLICT DO NOTHING`),
    remove: (origin) =>
      server.run(`DELETE FROM allowed_origins WHERE (tenant, origin) = ${row(origin)}`),
    async restartEmpty() {
      await server.restart();
      await server.run("TRUNCATE allowed_origins");
    },
    stall: (seconds) =>
      server.run(`BEGIN; LOCK TABLE allowed_origins; SELECT pg_sleep(${seconds}); COMMIT`),
    async stop() {
      await pool.end();
      await server.stop();
    },
  };
}
