import { Agent, request as send, type ClientRequest, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Miniflare } from "miniflare";
import { afterEach, describe, expect, it } from "vitest";
import { bundle } from "../test/bundle.ts";
import type { KvOriginsOptions } from "./kv-options.ts";

const PAGE = "https://myapp.com";
const NEW = "https://new.example";
const PREFIX = "origin:";

interface Store {
  readonly lookups: number;
  readonly delay: number;
  readonly failing: boolean;
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

async function countLookups(): Promise<number> {
  const { lookups } = (await (await fetch(url)).json()) as Store;
  return lookups;
}

describe("10,000 hostile origins", () => {
  it("cost the budget alone, and take nothing from who is known", async () => {
    // A `ttl` that ends several times meanwhile: the known origin must be looked up in the flood.
    await serve({ maxLookupsPerSecond: 5, maxEntries: 100, ttl: 1 });
    expect(await canRead(PAGE)).toBe(true);
    await allow(NEW);
    const started = performance.now();
    const evils = Array.from({ length: 10_000 }, (_, index) => `https://evil-${index}.example`);
    const flood = async (client: number): Promise<readonly boolean[]> => {
      const known: boolean[] = [];
      for (const evil of evils.slice(client * 200, (client + 1) * 200)) {
        expect(await canRead(evil)).toBe(false);
        if (evil.endsWith("0.example")) known.push(await canRead(PAGE));
      }
      return known;
    };
    const clients = Array.from({ length: 50 }, (_, client) => flood(client));
    const known = (await Promise.all(clients)).flat();
    const seconds = (performance.now() - started) / 1000;
    expect(known).toEqual(Array.from({ length: 1000 }, () => true));
    expect(await countLookups()).toBeLessThanOrEqual(
      // Of the known origin once each ttl, of all others the budget of each window.
      1 + Math.ceil(seconds) + 5 * Math.ceil(seconds + 1),
    );

    // One window later there is a budget again, and the new origin is let in.
    await expect.poll(() => canRead(NEW), { timeout: 1100, interval: 50 }).toBe(true);
    expect(log.filter((line) => line.includes("maxLookupsPerSecond")).length).toBeLessThanOrEqual(
      Math.ceil(seconds + 1),
    );
  });
});

describe("1,000 concurrent requests of one new origin", () => {
  it.each([
    ["once for all", false],
    ["for each request", true],
  ])("cost one look-up, also when the first is aborted (kvOrigins %s)", async (_, anew) => {
    await serve({ lookupTimeout: 20 }, anew);
    await turn({ delay: 1500 });
    const first = begin(PAGE).on("error", () => {});
    first.end();
    await expect.poll(countLookups).toBe(1);
    // A connection that is merely closed on one side goes unnoticed.
    first.socket?.resetAndDestroy();
    const others = Array.from({ length: 999 }, () => canRead(PAGE));
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
    const since = performance.now();
    await turn({ failing: true });
    expect(await canRead(NEW)).toBe(false);
    expect(await canRead(PAGE)).toBe(true);
    await sleep(2000 - (performance.now() - since));
    expect(await canRead(PAGE)).toBe(true);
    await sleep(2600 - (performance.now() - since));
    expect(await canRead(PAGE)).toBe(false);
    expect(log.join("\n")).toContain("could not be looked up again");
    expect(log.join("\n")).toContain("the origin function failed");

    await turn({ failing: false });
    expect(await canRead(PAGE)).toBe(true);
    expect(await canRead(NEW)).toBe(true);
  });

  it("a silent one is waited for as long as is said, and its late response is not lost", async () => {
    await serve({ lookupTimeout: 0.2 });
    await turn({ delay: 800 });
    const began = performance.now();
    expect(await canRead(PAGE)).toBe(false);
    expect(performance.now() - began).toBeLessThan(700);
    expect(log.join("\n")).toContain("the store was silent for 0.2 s");
    await sleep(1000);
    expect(await canRead(PAGE)).toBe(true);
    expect(await countLookups()).toBe(1);
  });
});

describe("a removed origin", () => {
  it("is denied after ttl + staleFor, with or without requests meanwhile", async () => {
    await serve({ ttl: 1, staleFor: 1 });
    expect(await canRead(PAGE)).toBe(true);
    const since = performance.now();
    await remove(PAGE);
    expect(await canRead(PAGE)).toBe(true);
    await sleep(2050 - (performance.now() - since));
    expect(await canRead(PAGE)).toBe(false);
  });

  it("is denied as soon as the look-up behind a stale answer has ended", async () => {
    await serve({ ttl: 1, staleFor: 60 });
    expect(await canRead(PAGE)).toBe(true);
    await remove(PAGE);
    await sleep(1100);
    expect(await canRead(PAGE)).toBe(true);
    await expect.poll(() => canRead(PAGE), { timeout: 500 }).toBe(false);
    expect(await countLookups()).toBe(2);
  });

  it("and one that was added is allowed after negativeTtl", async () => {
    await serve({ negativeTtl: 1 });
    expect(await canRead(NEW)).toBe(false);
    await allow(NEW);
    expect(await canRead(NEW)).toBe(false);
    await sleep(1050);
    expect(await canRead(NEW)).toBe(true);
  });
});
