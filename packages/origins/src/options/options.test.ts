import { CorsConfigError } from "@crossgate/core";
import { describe, expect, it } from "vitest";
import { rememberedOrigins } from "../remembered-origins.ts";
import { readLimits } from "./limits.ts";
import { OptionReader } from "./option-reader.ts";

const lookUp = async (): Promise<boolean> => true;

function issuesOf(run: () => unknown): unknown {
  try {
    run();
    return [];
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error;
    return error.issues.map(({ path, code }) => [path, code]);
  }
}

/** Whatever a JavaScript caller may give. */
function remember(options: object, ask: unknown = lookUp): unknown {
  return Reflect.apply(rememberedOrigins, undefined, [ask, options]);
}

describe("P1: the options of rememberedOrigins", () => {
  it("are seconds with fractions, and have defaults", () => {
    expect(readLimits(new OptionReader("it", { ttl: undefined, lookupTimeout: 0.25 }))).toEqual({
      ttl: 60_000,
      negativeTtl: 10_000,
      staleFor: 0,
      lookupTimeout: 250,
      maxEntries: 1000,
      maxLookupsPerSecond: 50,
    });
  });

  it.each([
    ["ttl", [0, 0.5, -1, 86_401, Number.NaN, Number.POSITIVE_INFINITY, "60", null, 60n, [60], {}]],
    ["negativeTtl", [-1, 86_401, "10"]],
    ["staleFor", [-1, 86_401, true]],
    ["lookupTimeout", [0, -1, 31, 2000]],
    ["maxEntries", [0, -1, 1.5, 1_000_001, "1000"]],
    ["maxLookupsPerSecond", [0, 1.5, 10_001, Number.NaN]],
    ["key", ["tenant", null, {}]],
    ["keep", [true, Promise.resolve()]],
  ])("%s is refused when it is out of range", (name, values) => {
    for (const value of values) {
      expect(issuesOf(() => remember({ [name]: value }))).toEqual([
        [`rememberedOrigins.${name}`, "invalid"],
      ]);
    }
  });

  it("are refused all at once, unknown ones and a missing look-up too", () => {
    const options = { ttl: 0, maxEntries: 0, cacheTtl: 60, constructor: 1 };
    expect(issuesOf(() => remember(options, "redis"))).toEqual([
      ["rememberedOrigins.lookUp", "missing"],
      ["rememberedOrigins.ttl", "invalid"],
      ["rememberedOrigins.maxEntries", "invalid"],
      ["rememberedOrigins.cacheTtl", "unknown"],
      ["rememberedOrigins.constructor", "unknown"],
    ]);
  });

  it.each([[null], [60], ["60"]])("must be an object, and not %j", (options) => {
    const issues = issuesOf(() => remember(options as unknown as object));
    expect(issues).toEqual([["rememberedOrigins.options", "invalid"]]);
  });

  it("say what was found and what to write", () => {
    expect(() => remember({ ttl: 60_000_000 })).toThrow(
      "rememberedOrigins.ttl: invalid value 60000000; write a number of seconds from 1 to 86400",
    );
  });

  it("of a polluted prototype are no one's", () => {
    const options: object = Object.create({ ttl: 0, unknown: 1 });
    expect(issuesOf(() => remember(options))).toEqual([]);
  });
});
