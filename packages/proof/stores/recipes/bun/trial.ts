// Run with Bun: the three recipes against the servers and the file that are named.
import { tryStore } from "../../src/trial.ts";
import { allow, redisOrigins, remove } from "./redis.ts";
import { postgresOrigins } from "./sql.ts";
import { sqliteOrigins } from "./sqlite.ts";

const [redisUrl = "", postgresUrl = "", file = ""] = process.argv.slice(2);

const redis = await redisOrigins(redisUrl);
await tryStore({
  origin: redis.origin,
  allow: (tenant, origin) => allow(redis.client, tenant, origin),
  remove: (tenant, origin) => remove(redis.client, tenant, origin),
});
redis.close();

const postgres = await postgresOrigins(postgresUrl);
await tryStore({
  origin: postgres.origin,
  allow: (tenant, origin) =>
    postgres.sql`INSERT INTO allowed_origins VALUES (${tenant}, ${origin})`.execute(),
  remove: (tenant, origin) =>
    postgres.sql`DELETE FROM allowed_origins WHERE tenant = ${tenant} AND origin = ${origin}`.execute(),
});
await postgres.close();

const sqlite = sqliteOrigins(file);
await tryStore({
  origin: sqlite.origin,
  ttl: 1000,
  allow: async (...row) => sqlite.database.run("INSERT INTO allowed_origins VALUES (?, ?)", row),
  remove: async (...row) =>
    sqlite.database.run("DELETE FROM allowed_origins WHERE tenant = ? AND origin = ?", row),
});
sqlite.close();
console.log(JSON.stringify(["redis", "postgres", "sqlite"]));
