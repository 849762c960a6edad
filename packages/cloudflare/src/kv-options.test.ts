import { CorsConfigError } from "@crossgate/core";
import { describe, expect, it } from "vitest";
import { readKvOptions } from "./kv-options.ts";

const namespace = { get: async () => null };

function issuesOf(options: object, [given]: readonly unknown[] = [namespace]): unknown {
  try {
    readKvOptions(given, options);
    return [];
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error;
    return error.issues.map(({ path, code }) => [path, code]);
  }
}

describe("P1: the options of kvOrigins", () => {
  it("have defaults", () => {
    const limits = {
      ttl: 60_000,
      negativeTtl: 10_000,
      staleFor: 0,
      lookupTimeout: 2000,
      maxEntries: 1000,
      maxLookupsPerSecond: 50,
    };
    const standard = { prefix: "", limits };
    expect(readKvOptions(namespace, {})).toEqual(standard);
    expect(readKvOptions(namespace, { ttl: undefined, prefix: undefined })).toEqual(standard);
  });

  it("are seconds, and fractions of them", () => {
    const { limits } = readKvOptions(namespace, {
      ttl: 1.5,
      lookupTimeout: 0.25,
      staleFor: 86_400,
    });
    expect(limits).toMatchObject({ ttl: 1500, lookupTimeout: 250, staleFor: 86_400_000 });
  });

  it.each([
    ["ttl", [0, 0.5, -1, 86_401, Number.NaN, Number.POSITIVE_INFINITY, "60", null, 60n, [60], {}]],
    ["negativeTtl", [-1, 86_401, "10"]],
    ["staleFor", [-1, 86_401, true]],
    ["lookupTimeout", [0, -1, 31, 2000]],
    ["maxEntries", [0, -1, 1.5, 100_001, "1000"]],
    ["maxLookupsPerSecond", [0, 1.5, 10_001, Number.NaN]],
    ["prefix", [1, null, "x".repeat(187), "ü".repeat(94)]],
  ])("%s is refused when out of range", (name, values) => {
    for (const value of values) {
      expect(issuesOf({ [name]: value })).toEqual([[`kvOrigins.${name}`, "invalid"]]);
    }
  });

  it("are refused all at once, an unknown one and a missing namespace too", () => {
    expect(issuesOf({ ttl: 0, maxEntries: 0, cacheTtl: 60, constructor: 1 }, [undefined])).toEqual([
      ["kvOrigins.namespace", "missing"],
      ["kvOrigins.ttl", "invalid"],
      ["kvOrigins.maxEntries", "invalid"],
      ["kvOrigins.cacheTtl", "unknown"],
      ["kvOrigins.constructor", "unknown"],
    ]);
  });

  it.each<[unknown, object, string]>([
    [
      namespace,
      { ttl: 60_000_000 },
      "kvOrigins.ttl: invalid value 60000000; write a number of seconds from 1 to 86400",
    ],
    [
      namespace,
      { prefix: 1 },
      "kvOrigins.prefix: invalid value 1; write a string of at most 186 bytes",
    ],
    [
      undefined,
      {},
      "kvOrigins.namespace: missing binding; give a KV namespace, such as env.ORIGINS",
    ],
  ])("say what to write instead", (given, options, message) => {
    expect(() => readKvOptions(given, options)).toThrow(message);
  });

  it.each(["x".repeat(186), "ü".repeat(93), ""])("take the prefix %s", (prefix) => {
    expect(readKvOptions(namespace, { prefix })).toMatchObject({ prefix });
  });

  it("take no object for a prefix, though it reads as a short text", () => {
    expect(issuesOf({ prefix: ["origin:"] })).toEqual([["kvOrigins.prefix", "invalid"]]);
  });
});
