import { OptionReader } from "../options/option-reader.ts";

/** How often a list is loaded, and for how long it holds. All times are in seconds. */
export interface OriginListOptions {
  /**
   * Seconds between two loads: 0.1 to 86400. A removed origin is denied with the next list, and sooner
   * if the store pushes and you call `refresh()`. While loads fail or hang it is denied after
   * `refreshEvery` and the longer of `staleFor` and twice `loadTimeout`.
   *
   * @default 30
   */
  readonly refreshEvery?: number | undefined;
  /**
   * Seconds for which the last good list holds while loading fails, after `refreshEvery`: 0 to 604800.
   * After that no one is allowed until a load succeeds.
   *
   * @default 300
   */
  readonly staleFor?: number | undefined;
  /**
   * Seconds that one load may take before it has failed, and that a request waits for the first one:
   * more than 0, at most 600.
   *
   * @default 10
   */
  readonly loadTimeout?: number | undefined;
}

/** The same, complete, and in milliseconds. */
export type ListLimits = { readonly [Name in keyof Required<OriginListOptions>]: number };

/** @throws CorsConfigError with every problem */
export function readListOptions(load: unknown, options: OriginListOptions): ListLimits {
  const reader = new OptionReader("originList", options);
  if (typeof load !== "function") {
    reader.refuse("load", "missing", "function; write async (seen) => ({ origins, version })");
  }
  const limits = {
    refreshEvery: reader.seconds("refreshEvery", [30, 0.1, 86_400]),
    staleFor: reader.seconds("staleFor", [300, 0, 604_800]),
    loadTimeout: reader.seconds("loadTimeout", [10, 0.001, 600]),
  };
  reader.finish();
  return limits;
}
