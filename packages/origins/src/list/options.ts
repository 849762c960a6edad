import { OptionReader } from "../options/option-reader.ts";

/** How often a list is loaded, and for how long it holds. All times are in seconds. */
export interface OriginListOptions {
  /**
   * Sets the seconds between two loads. A removed origin is denied with the next list, and sooner if the
   * store pushes and you call `refresh()`. While loads fail or hang it is denied after `refreshEvery`
   * and the longer of `staleFor` and twice `loadTimeout`.
   *
   * Permitted:
   * - a number from 0.1 to 86400
   *
   * Refused:
   * - every other number, and texts
   *
   * @default 30
   * @example Every five minutes
   * ```ts
   * const load = async () => ({ origins: ["https://myapp.com"] });
   * originList(load, { refreshEvery: 300 });
   * ```
   * @example Wrong: a text
   * ```ts
   * const load = async () => ({ origins: ["https://myapp.com"] });
   * // @ts-expect-error write 300
   * originList(load, { refreshEvery: "300" });
   * ```
   */
  readonly refreshEvery?: number | undefined;
  /**
   * Sets the seconds for which the last good list holds while loading fails, after `refreshEvery`. After
   * that no one is allowed until a load succeeds.
   *
   * Permitted:
   * - a number from 0 to 604800
   *
   * Refused:
   * - every other number, and texts
   *
   * @default 300
   * @example A list that survives a day without its store
   * ```ts
   * const load = async () => ({ origins: ["https://myapp.com"] });
   * originList(load, { staleFor: 86_400 });
   * ```
   */
  readonly staleFor?: number | undefined;
  /**
   * Sets the seconds that one load may take before it has failed. A request waits that long for the
   * first one.
   *
   * Permitted:
   * - a number from 0.001 to 600
   *
   * Refused:
   * - every other number, and texts
   *
   * @default 10
   * @example A large table
   * ```ts
   * const load = async () => ({ origins: ["https://myapp.com"] });
   * originList(load, { loadTimeout: 60 });
   * ```
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
