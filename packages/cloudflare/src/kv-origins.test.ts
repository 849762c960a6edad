import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { kvOrigins } from "./kv-origins.ts";

const PAGE = "https://myapp.com";
const OTHER = "https://other.com";

const kept = vi.hoisted(() => [] as Promise<unknown>[]);

// The module exists on workerd alone, where kv-origins.e2e.test.ts runs.
vi.mock("cloudflare:workers", () => ({
  waitUntil: (promise: Promise<unknown>) => {
    kept.push(promise);
  },
}));

beforeEach(() => {
  kept.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function namespaceOf(...keys: readonly string[]) {
  const get = vi.fn<(key: string) => Promise<string | null>>(async (key) =>
    keys.includes(key) ? "" : null,
  );
  return { get };
}

describe("kvOrigins", () => {
  it("allows an origin while its key is there, though the value is empty", async () => {
    const allows = kvOrigins(namespaceOf(PAGE));
    expect(await allows(PAGE)).toBe(true);
    expect(await allows(OTHER)).toBe(false);
    expect(await allows("null")).toBe(false);
  });

  it("asks for the prefix and the origin, and for nothing else", async () => {
    const namespace = namespaceOf(`origin:${PAGE}`);
    expect(await kvOrigins(namespace, { prefix: "origin:" })(PAGE)).toBe(true);
    expect(namespace.get.mock.calls).toEqual([[`origin:${PAGE}`]]);
  });

  it("keeps each look-up going when its request has ended", async () => {
    const allows = kvOrigins(namespaceOf(PAGE));
    await Promise.all([allows(PAGE), allows(PAGE), allows(OTHER)]);
    expect(kept).toHaveLength(2);
    expect(kept.every((each) => each instanceof Promise)).toBe(true);
  });

  it("caches when it is called again for the same namespace and limits", async () => {
    const namespace = namespaceOf(PAGE);
    expect(await kvOrigins(namespace, { ttl: 300 })(PAGE)).toBe(true);
    expect(kvOrigins(namespace, { ttl: 300 })(PAGE)).toBe(true);
    expect(namespace.get).toHaveBeenCalledOnce();
  });

  it("caches each prefix apart, in one memory", async () => {
    const namespace = namespaceOf(`a:${PAGE}`);
    expect(await kvOrigins(namespace, { prefix: "a:" })(PAGE)).toBe(true);
    expect(await kvOrigins(namespace, { prefix: "b:" })(PAGE)).toBe(false);
    expect(kvOrigins(namespace, { prefix: "a:" })(PAGE)).toBe(true);
    expect(kvOrigins(namespace, { prefix: "b:" })(PAGE)).toBe(false);
    expect(namespace.get).toHaveBeenCalledTimes(2);
  });

  it("shares the budget of look-ups among prefixes, and says that it is spent", async () => {
    vi.useFakeTimers();
    const log = vi.spyOn(console, "warn").mockReturnValue();
    const prefixes = ["a:", "b:", "c:"];
    const namespace = namespaceOf(...prefixes.map((prefix) => prefix + PAGE));
    const answers: boolean[] = [];
    for (const prefix of prefixes) {
      answers.push(await kvOrigins(namespace, { maxLookupsPerSecond: 2, prefix })(PAGE));
    }
    expect(answers).toEqual([true, true, false]);
    expect(namespace.get).toHaveBeenCalledTimes(2);
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("maxLookupsPerSecond"));
  });

  it("caches apart what other limits and other namespaces have", async () => {
    const namespace = namespaceOf(PAGE);
    await kvOrigins(namespace, { maxEntries: 100 })(PAGE);
    await kvOrigins(namespace, { maxEntries: 1 })(PAGE);
    expect(namespace.get).toHaveBeenCalledTimes(2);
    expect(kvOrigins(namespace, { maxEntries: 100 })(PAGE)).toBe(true);
    expect(await kvOrigins(namespaceOf(), { maxEntries: 100 })(PAGE)).toBe(false);
    expect(namespace.get).toHaveBeenCalledTimes(2);
  });

  it("refuses options before it asks (P1)", () => {
    const namespace = namespaceOf(PAGE);
    expect(() => kvOrigins(namespace, { ttl: 0 })).toThrow("kvOrigins.ttl");
    expect(namespace.get).not.toHaveBeenCalled();
  });
});
