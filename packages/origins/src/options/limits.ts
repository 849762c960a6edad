import type { OptionReader } from "./option-reader.ts";

/** How long answers are cached, and how many look-ups they may cost. All times are in seconds. */
export interface LimitOptions {
  /**
   * Sets the seconds for which an allowed origin is not looked up again.
   *
   * Permitted:
   * - a number from 1 to 86400
   *
   * Refused:
   * - every other number, and texts
   *
   * @default 60
   * @example Five minutes, for a list that rarely changes
   * ```ts
   * const table = new Set(["https://myapp.com"]);
   * rememberedOrigins(async (origin) => table.has(origin), { ttl: 300 });
   * ```
   * @example Wrong: a text
   * ```ts
   * // @ts-expect-error write 300
   * rememberedOrigins(() => true, { ttl: "300" });
   * ```
   */
  readonly ttl?: number | undefined;
  /**
   * Sets the seconds for which a denied origin is not looked up again. A new origin may have to wait
   * that long.
   *
   * Permitted:
   * - a number from 1 to 86400
   * - `0`: every request of a denied origin asks the store, within `maxLookupsPerSecond`
   *
   * Refused:
   * - every other number, and texts
   *
   * @default 10
   * @example A new customer waits for one second
   * ```ts
   * const table = new Set(["https://myapp.com"]);
   * rememberedOrigins(async (origin) => table.has(origin), { negativeTtl: 1 });
   * ```
   */
  readonly negativeTtl?: number | undefined;
  /**
   * Sets the seconds after `ttl` for which an allowed origin stays allowed while it is looked up again
   * in the background. An origin removed from the store is denied after `ttl` + `staleFor`.
   *
   * Permitted:
   * - a number from 1 to 86400
   * - `0`: requests wait for the look-up
   *
   * Refused:
   * - every other number, and texts
   *
   * @default 0
   * @example Known origins survive five minutes without the store
   * ```ts
   * const table = new Set(["https://myapp.com"]);
   * rememberedOrigins(async (origin) => table.has(origin), { ttl: 60, staleFor: 300 });
   * ```
   */
  readonly staleFor?: number | undefined;
  /**
   * Sets how many allowed origins are cached, and apart from them how many denied ones. Choose more
   * than are in use at one time.
   *
   * Permitted:
   * - a whole number from 1 to 1000000
   *
   * Refused:
   * - every other number, and texts
   *
   * @default 1000
   * @example For 20,000 customers
   * ```ts
   * const table = new Set(["https://myapp.com"]);
   * rememberedOrigins(async (origin) => table.has(origin), { maxEntries: 30_000 });
   * ```
   */
  readonly maxEntries?: number | undefined;
  /**
   * Sets how many look-ups of unknown origins may begin within any second. Further ones are denied
   * meanwhile. A look-up of an origin that is known as allowed does not count, once each `ttl`. So no
   * flood of others can starve it.
   *
   * Permitted:
   * - a whole number from 1 to 10000
   *
   * Refused:
   * - every other number, and texts
   *
   * @default 50
   * @example A store that bears more
   * ```ts
   * const table = new Set(["https://myapp.com"]);
   * rememberedOrigins(async (origin) => table.has(origin), { maxLookupsPerSecond: 500 });
   * ```
   */
  readonly maxLookupsPerSecond?: number | undefined;
  /**
   * Sets the seconds that a request waits for the store before its origin is denied.
   *
   * Permitted:
   * - a number from 0.001 to 30
   *
   * Refused:
   * - every other number, and texts
   *
   * @default 2
   * @example Half a second
   * ```ts
   * const table = new Set(["https://myapp.com"]);
   * rememberedOrigins(async (origin) => table.has(origin), { lookupTimeout: 0.5 });
   * ```
   */
  readonly lookupTimeout?: number | undefined;
}

/** The same, complete, and times in milliseconds. */
export type Limits = { readonly [Name in keyof Required<LimitOptions>]: number };

/**
 * Reads the options that limit what is cached and asked.
 *
 * @param reader notes what is wrong; the caller ends it
 * @param maxEntries the largest `maxEntries` that the host's memory bears
 * @example
 * ```ts
 * const limits = readLimits(new OptionReader("tableOrigins", { ttl: 300 }));
 * limits.ttl; // 300000, in milliseconds
 * ```
 */
export function readLimits(reader: OptionReader, maxEntries = 1_000_000): Limits {
  return {
    ttl: reader.seconds("ttl", [60, 1, 86_400]),
    negativeTtl: reader.seconds("negativeTtl", [10, 0, 86_400]),
    staleFor: reader.seconds("staleFor", [0, 0, 86_400]),
    lookupTimeout: reader.seconds("lookupTimeout", [2, 0.001, 30]),
    maxEntries: reader.count("maxEntries", [1000, 1, maxEntries]),
    maxLookupsPerSecond: reader.count("maxLookupsPerSecond", [50, 1, 10_000]),
  };
}
