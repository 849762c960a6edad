import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { hasPostgres, type PostgresServer, startPostgres } from "@crossgate/testkit/postgres";
import { hasRedis, type RedisServer, startRedis } from "@crossgate/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as viaIoredis from "../recipes/node/ioredis.ts";
import { postgresOrigins } from "../recipes/node/pg.ts";
import * as viaNodeRedis from "../recipes/node/redis.ts";
import { sqliteOrigins } from "../recipes/node/sqlite.ts";
import { tryStore } from "./trial.ts";

const HERE = fileURLToPath(new URL("../", import.meta.url));
const BIN = fileURLToPath(new URL("../../../../node_modules/.bin/", import.meta.url));

let redis: RedisServer;
let postgres: PostgresServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "crossgate-stores-"));
  if (hasRedis()) redis = await startRedis();
  if (hasPostgres()) {
    postgres = await startPostgres();
    await postgres.run(readFileSync(join(HERE, "schema/postgres.sql"), "utf8"));
  }
});
afterAll(async () => {
  await redis?.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true });
});

/** A database with the schema and nothing else. */
function sqliteFile(name: string): string {
  const file = join(folder, `${name}.sqlite`);
  const database = new DatabaseSync(file);
  database.exec(readFileSync(join(HERE, "schema/sqlite.sql"), "utf8"));
  database.close();
  return file;
}

async function run(command: string, ...args: readonly string[]): Promise<unknown> {
  const options = { cwd: HERE, timeout: 300_000 };
  return JSON.parse((await promisify(execFile)(BIN + command, args, options)).stdout);
}

describe("G4: a recipe keeps tenants apart, caches, and sees what its store pushes", () => {
  it.runIf(hasRedis())("Redis with node-redis", async () => {
    const { origin, client, close } = await viaNodeRedis.redisOrigins(redis.url);
    const trial = tryStore({
      origin,
      allow: (tenant, origin) => viaNodeRedis.allow(client, tenant, origin),
      remove: (tenant, origin) => viaNodeRedis.remove(client, tenant, origin),
    });
    await expect(trial).resolves.toBeUndefined();
    close();
  });

  it.runIf(hasRedis())("Redis with ioredis", async () => {
    const { origin, client, close } = await viaIoredis.redisOrigins(redis.url);
    const trial = tryStore({
      origin,
      allow: (tenant, origin) => viaIoredis.allow(client, tenant, origin),
      remove: (tenant, origin) => viaIoredis.remove(client, tenant, origin),
    });
    await expect(trial).resolves.toBeUndefined();
    close();
  });

  it.runIf(hasPostgres())("PostgreSQL with pg, by one index", async () => {
    const { origin, pool, close } = await postgresOrigins(postgres.url);
    const trial = tryStore({
      origin,
      allow: (...row) => pool.query("INSERT INTO allowed_origins VALUES ($1, $2)", row),
      remove: (...row) =>
        pool.query("DELETE FROM allowed_origins WHERE tenant = $1 AND origin = $2", row),
    });
    await expect(trial).resolves.toBeUndefined();
    await close();
    const plan = await postgres.run(
      "SET enable_seqscan = off; EXPLAIN SELECT FROM allowed_origins WHERE tenant = 'a' AND origin = 'b'",
    );
    expect(plan).toContain("Index Only Scan using allowed_origins_pkey");
  });

  it("SQLite with node:sqlite, which can't push, after its ttl", async () => {
    const { origin, database, close } = sqliteOrigins(sqliteFile("node"));
    const add = database.prepare("INSERT INTO allowed_origins VALUES (?, ?)");
    const remove = database.prepare("DELETE FROM allowed_origins WHERE tenant = ? AND origin = ?");
    const trial = tryStore({
      origin,
      ttl: 1000,
      allow: async (...row) => add.run(...row),
      remove: async (...row) => remove.run(...row),
    });
    await expect(trial).resolves.toBeUndefined();
    close();
  });

  it.runIf(hasRedis() && hasPostgres())("Redis, PostgreSQL and SQLite with Bun's own", async () => {
    const args = ["recipes/bun/trial.ts", redis.url, postgres.url, sqliteFile("bun")];
    expect(await run("bun", ...args)).toEqual(["redis", "postgres", "sqlite"]);
  });

  it("Deno KV, on disk", async () => {
    const args = ["run", "--unstable-kv", "--allow-all", "recipes/deno/trial.ts"];
    expect(await run("deno", ...args, join(folder, "deno.sqlite"))).toEqual(["deno"]);
  });
});
