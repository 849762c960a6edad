import type { OptionReader } from "./option-reader.ts";

/** How long answers are cached, and how many look-ups they may cost. All times are in seconds. */
export interface LimitOptions {
  /**
   * Seconds for which an allowed origin is not looked up again: 1 to 86400.
   *
   * @default 60
   */
  readonly ttl?: number | undefined;
  /**
   * Seconds for which a denied origin is not looked up again: 0 to 86400.
   *
   * @default 10
   */
  readonly negativeTtl?: number | undefined;
  /**
   * Seconds after `ttl` for which an allowed origin stays allowed while it is looked up again in the
   * background: 0 to 86400. An origin removed from the store is denied after `ttl` + `staleFor`.
   *
   * @default 0
   */
  readonly staleFor?: number | undefined;
  /**
   * How many allowed origins are cached, and apart from them how many denied ones: 1 to 1000000.
   * Choose more than are in use at one time.
   *
   * @default 1000
   */
  readonly maxEntries?: number | undefined;
  /**
   * How many look-ups of unknown origins may begin within any second: 1 to 10000. Further ones are
   * denied meanwhile. A look-up of an origin that is known as allowed does not count, once each
   * `ttl`. So no flood of others can starve it.
   *
   * @default 50
   */
  readonly maxLookupsPerSecond?: number | undefined;
  /**
   * Seconds that a request waits for the store before its origin is denied: more than 0, at most 30.
   *
   * @default 2
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
