import { Agent, request as send, type ClientRequest, type IncomingMessage } from "node:http";
import { Miniflare } from "miniflare";
import { afterEach, describe, expect, it } from "vitest";
import { bundle } from "../test/bundle.ts";
import type { KvOriginsOptions } from "./kv-options.ts";

const PAGE = "https://myapp.com";
const NEW = "https://new.example";
const PREFIX = "origin:";

interface Store {
  readonly asked: number;
  readonly lookups: number;
  /** Whether KV keeps its answers to itself. */
  readonly isHeld: boolean;
  readonly failing: boolean;
  /** What the Worker takes for the time, in milliseconds. */
  readonly now: number;
}

let miniflare: Miniflare;
let url: URL;
let agent: Agent;
let log: string[];

async function serve(options: KvOriginsOptions, anew = false): Promise<void> {
  log = [];
  agent = new Agent({ keepAlive: true });
  miniflare = new Miniflare({
    modules: true,
    script: await bundle("kv"),
    compatibilityDate: "2025-01-01",
    kvNamespaces: ["ORIGINS"],
    bindings: { OPTIONS: { prefix: PREFIX, ...options }, ANEW: anew },
    host: "127.0.0.1",
    port: 0,
    // Past miniflare's own Worker, which would not pass on that a client is gone.
    unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
    handleStructuredLogs: ({ message }: { readonly message: string }) => {
      log.push(message);
    },
  });
  url = await miniflare.unsafeGetDirectURL();
  await allow(PAGE);
}

afterEach(async () => {
  agent.destroy();
  await miniflare.dispose();
});

async function allow(origin: string): Promise<void> {
  await (await miniflare.getKVNamespace("ORIGINS")).put(PREFIX + origin, "");
}

async function remove(origin: string): Promise<void> {
  await (await miniflare.getKVNamespace("ORIGINS")).delete(PREFIX + origin);
}

function begin(origin: string, path = "/"): ClientRequest {
  return send(new URL(path, url), { agent, headers: { origin } });
}

/** Whether the page could read the response; the response itself is there in any case. */
async function canRead(origin: string, path?: string): Promise<boolean> {
  const request = begin(origin, path).end();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.on("response", resolve).on("error", reject);
  });
  response.resume();
  expect(response.statusCode).toBe(200);
  const { "access-control-allow-origin": granted, vary } = response.headers;
  expect([undefined, origin]).toContain(granted);
  expect(vary).toBe("Origin");
  return granted === origin;
}

async function turn(change: Partial<Store>): Promise<void> {
  await (await fetch(url, { method: "PUT", body: JSON.stringify(change) })).text();
}

async function look(): Promise<Store> {
  return (await (await fetch(url)).json()) as Store;
}

async function countLookups(): Promise<number> {
  return (await look()).lookups;
}

describe("10,000 hostile origins", () => {
  const PER_SECOND = 5;
  const SECONDS = 5;

  /** 2,000 of them within one second, and a known origin among them. */
  async function flood(second: number): Promise<readonly boolean[]> {
    const from = async (client: number): Promise<readonly boolean[]> => {
      const known: boolean[] = [];
      for (let index = 0; index < 40; index++) {
        expect(await canRead(`https://evil-${second}-${client}-${index}.example`)).toBe(false);
        if (index % 10 === 0) known.push(await canRead(PAGE));
      }
      return known;
    };
    return (await Promise.all(Array.from({ length: 50 }, (_, client) => from(client)))).flat();
  }

  it("cost the budget alone, and take nothing from who is known", async () => {
    // The known origin's `ttl` ends each second: it must be looked up in the flood.
    await serve({ maxLookupsPerSecond: PER_SECOND, maxEntries: 100, ttl: 1 });
    expect(await canRead(PAGE)).toBe(true);
    await allow(NEW);
    for (let second = 0; second < SECONDS; second++) {
      await turn({ now: second * 1000 });
      expect(await flood(second)).toEqual(Array.from({ length: 200 }, () => true));
      expect(await canRead(NEW)).toBe(false);
    }
    // At first the known origin was unknown too, and out of the budget.
    expect(await countLookups()).toBe(SECONDS * PER_SECOND + SECONDS - 1);

    // One second later there is a budget again, and the new origin is let in.
    await turn({ now: SECONDS * 1000 });
    expect(await canRead(NEW)).toBe(true);
    expect(log.filter((line) => line.includes("maxLookupsPerSecond")).length).toBeLessThanOrEqual(
      SECONDS,
    );
  });
});

describe("1,000 concurrent requests of one new origin", () => {
  it.each([
    ["once for all", false],
    ["for each request", true],
  ])("cost one look-up, also when the first is aborted (kvOrigins %s)", async (_, anew) => {
    await serve({ lookupTimeout: 30 }, anew);
    await turn({ isHeld: true });
    const first = begin(PAGE).on("error", () => {});
    first.end();
    await expect.poll(countLookups).toBe(1);
    // A connection that is merely closed on one side goes unnoticed.
    first.socket?.resetAndDestroy();
    const others = Array.from({ length: 999 }, () => canRead(PAGE));
    await expect.poll(async () => (await look()).asked).toBe(1000);
    await turn({ isHeld: false });
    expect(new Set(await Promise.all(others))).toEqual(new Set([true]));
    expect(await countLookups()).toBe(1);
  });
});

describe("kvOrigins with other limits", () => {
  it("forgets nothing that was cached under the first ones", async () => {
    await serve({ maxEntries: 100 }, true);
    const origins = Array.from({ length: 10 }, (_, index) => `https://tenant-${index}.example`);
    for (const origin of origins) await allow(origin);
    for (const origin of origins) expect(await canRead(origin)).toBe(true);
    // There is room for one here, so that each is forgotten for the next.
    for (const origin of origins) expect(await canRead(origin, "/small")).toBe(true);
    expect(await countLookups()).toBe(20);
    for (const origin of origins) expect(await canRead(origin)).toBe(true);
    expect(await countLookups()).toBe(20);
  });
});

describe("while KV throws", () => {
  it("who is cached stays until their time, and others are denied", async () => {
    await serve({ ttl: 1.5, staleFor: 1, negativeTtl: 0 });
    await allow(NEW);
    expect(await canRead(PAGE)).toBe(true);
    await turn({ failing: true });
    expect(await canRead(NEW)).toBe(false);
    for (const [now, isAllowed] of [
      [0, true],
      [1500, true],
      [2499, true],
      [2500, false],
    ] as const) {
      await turn({ now });
      expect(await canRead(PAGE)).toBe(isAllowed);
    }
    await expect.poll(() => log.join("\n")).toContain("could not be looked up again");
    await expect.poll(() => log.join("\n")).toContain("the origin function failed");

    await turn({ failing: false, now: 10_000 });
    expect(await canRead(PAGE)).toBe(true);
    expect(await canRead(NEW)).toBe(true);
  });

  it("a silent one is waited for as long as is said, and its late response is not lost", async () => {
    await serve({ lookupTimeout: 0.2 });
    await turn({ isHeld: true });
    expect(await canRead(PAGE)).toBe(false);
    await expect.poll(() => log.join("\n")).toContain("the store was silent for 0.2 s");
    await turn({ isHeld: false });
    await expect.poll(() => canRead(PAGE)).toBe(true);
    expect(await countLookups()).toBe(1);
  });
});

describe("a removed origin", () => {
  it.each([
    ["without requests meanwhile", []],
    ["with requests meanwhile, while KV is silent", [1000, 1999]],
  ])("is denied after ttl + staleFor, %s", async (_, moments) => {
    await serve({ ttl: 1, staleFor: 1, lookupTimeout: 0.2 });
    expect(await canRead(PAGE)).toBe(true);
    await remove(PAGE);
    await turn({ isHeld: moments.length > 0 });
    for (const now of [0, 999, ...moments]) {
      await turn({ now });
      expect(await canRead(PAGE)).toBe(true);
    }
    await turn({ now: 2000 });
    expect(await canRead(PAGE)).toBe(false);
  });

  it("is denied as soon as the look-up behind a stale answer has ended", async () => {
    await serve({ ttl: 1, staleFor: 60 });
    expect(await canRead(PAGE)).toBe(true);
    await remove(PAGE);
    await turn({ now: 1000 });
    expect(await canRead(PAGE)).toBe(true);
    await expect.poll(() => canRead(PAGE)).toBe(false);
    expect(await countLookups()).toBe(2);
  });

  it("and one that was added is allowed after negativeTtl", async () => {
    await serve({ negativeTtl: 1 });
    expect(await canRead(NEW)).toBe(false);
    await allow(NEW);
    await turn({ now: 999 });
    expect(await canRead(NEW)).toBe(false);
    await turn({ now: 1000 });
    expect(await canRead(NEW)).toBe(true);
  });
});
