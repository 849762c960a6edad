import pg from "pg";
import { createClient } from "redis";
import type { Customer } from "./population.ts";

/** A connection to a store, as a server has it. */
export interface Connection {
  has(customer: Customer): Promise<boolean | number>;
  /** Calls back with each key that the store says has changed. */
  follow(changed: (key?: string) => void): Promise<void>;
}

const HAS =
  "SELECT EXISTS (SELECT FROM allowed_origins WHERE tenant = $1 AND origin = $2) AS found";

export async function connectTo(store: string, url: string): Promise<Connection> {
  return store === "redis" ? connectToRedis(url) : connectToPostgres(url);
}

async function connectToRedis(url: string): Promise<Connection> {
  const client = createClient({ url, disableOfflineQueue: true });
  client.on("error", (error) => console.error(error));
  await client.connect();
  return {
    has: ({ tenant, origin }) => client.sIsMember(`origins:${tenant}`, origin),
    async follow(changed) {
      const subscriber = client.duplicate({ disableOfflineQueue: false });
      subscriber.on("error", (error) => console.error(error));
      await subscriber.connect();
      await subscriber.subscribe("origins", (key) => changed(key));
    },
  };
}

async function connectToPostgres(connectionString: string): Promise<Connection> {
  const pool = new pg.Pool({ connectionString, max: 4 });
  return {
    async has({ tenant, origin }) {
      const query = { name: "has-origin", text: HAS, values: [tenant, origin] };
      return (await pool.query<{ found: boolean }>(query)).rows[0]?.found === true;
    },
    async follow(changed) {
      const client = new pg.Client({ connectionString });
      await client.connect();
      client.on("notification", ({ payload }) => changed(payload));
      await client.query("LISTEN allowed_origins");
    },
  };
}
