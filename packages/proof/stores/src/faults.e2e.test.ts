import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { hasPostgres, startPostgres } from "@crossgate/testkit/postgres";
import { hasRedis, startRedis } from "@crossgate/testkit/redis";
import type { StoreProcess } from "@crossgate/testkit/store-process";
import pg from "pg";
import { createClient } from "redis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { LIMITS, PAGE, Service } from "./service.ts";

/** A real store, and what the tests do to it. */
interface Store {
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

async function openRedis(): Promise<Store> {
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

async function openPostgres(): Promise<Store> {
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

const SECOND = 1000;
const HELD = (LIMITS.ttl + LIMITS.staleFor) * SECOND;
/** One `ttl`, one look-up, what a client takes to connect again, and a machine with other work. */
const RECOVERY = (LIMITS.ttl + LIMITS.lookupTimeout) * SECOND + 3000;
const SLACK = 1500;

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe.each([
  ["Redis", hasRedis, openRedis],
  ["PostgreSQL", hasPostgres, openPostgres],
] as const)("G3: %s", { timeout: 30_000 }, (_, isThere, open) => {
  let store: Store;
  let service: Service;
  beforeAll(async () => {
    if (isThere()) store = await open();
  });
  afterAll(() => store?.stop());
  beforeEach(async () => {
    if (!isThere()) return;
    await store.add(PAGE);
    service = new Service((origin) => store.has(origin));
    await service.until(true);
  });
  afterEach(async () => {
    await service?.close();
    const failed = service?.answers.filter(({ status }) => status !== 200) ?? [];
    if (failed.length > 0) throw new Error(`${failed.length} answers were not 200`);
  });

  /** A cached origin has its time, and after that no one is allowed. */
  async function expectHeldThenDenied(since: number): Promise<void> {
    const after = await service.until(false);
    const heldFor = performance.now() - since;
    expect(heldFor).toBeGreaterThan((LIMITS.staleFor * SECOND) / 4);
    expect(heldFor).toBeLessThan(HELD + SLACK);
    expect(after).toBeLessThan(HELD + SLACK);
  }

  it.runIf(isThere())("killed: the page keeps its time, and is back within one ttl", async () => {
    await store.process.end();
    await expectHeldThenDenied(performance.now());
    await sleep(SECOND);
    await store.restartEmpty();
    await store.add(PAGE);
    expect(await service.until(true)).toBeLessThan(RECOVERY);
  });

  it.runIf(isThere())("paused: the page keeps its time, and is back within one ttl", async () => {
    store.process.pause();
    await expectHeldThenDenied(performance.now());
    await sleep(SECOND);
    store.process.resume();
    expect(await service.until(true)).toBeLessThan(RECOVERY);
  });

  it.runIf(isThere())("restarted empty: what it lost is denied in time", async () => {
    const since = performance.now();
    await store.process.end();
    await store.restartEmpty();
    const restarted = performance.now() - since;
    await service.until(false);
    expect(performance.now() - since).toBeLessThan(HELD + restarted + SLACK);
  });

  it.runIf(isThere())(
    "slow by 5 s: the page keeps its time, and is back within one ttl",
    async () => {
      const stalled = store.stall(5);
      await expectHeldThenDenied(performance.now());
      await stalled;
      expect(await service.until(true)).toBeLessThan(RECOVERY);
    },
  );

  it.runIf(isThere())("an error on every third look-up denies a cached page never", async () => {
    let count = 0;
    const lookUp = (origin: string) => (++count % 3 === 0 ? store.fail() : store.has(origin));
    const flaky = new Service(lookUp, { staleFor: 5 });
    await flaky.until(true);
    const since = performance.now();
    await sleep(5 * SECOND);
    await flaky.close();
    const later = flaky.since(since);
    expect(later.length).toBeGreaterThan(100);
    expect(later.filter(({ isAllowed, status }) => !isAllowed || status !== 200)).toEqual([]);
    expect(count).toBeGreaterThan(10);
  });

  it.runIf(isThere())(
    "a wall clock that steps forward and back denies and allows no one",
    async () => {
      const { now } = Date;
      for (const step of [3_600_000, -3_600_000, -86_400_000]) {
        const began = performance.now();
        vi.spyOn(Date, "now").mockImplementation(() => now.call(Date) + step);
        await sleep(SECOND);
        expect(service.since(began).filter(({ isAllowed }) => !isAllowed)).toEqual([]);
      }
      await store.remove(PAGE);
      expect(await service.until(false)).toBeLessThan(HELD + SLACK);
    },
  );
});
