import { createClock } from "../clock.ts";
import { createList } from "./create-list.ts";
import type { LoadOrigins, OriginListStats } from "./list-state.ts";
import { type OriginListOptions, readListOptions } from "./options.ts";

/** An `origin` function that knows a whole list, and the handles of that list. */
export interface OriginList {
  /**
   * Whether an origin is in the list. It waits for the first load. When the list is too old it
   * rejects; a policy then denies the origin and reports the error.
   */
  (origin: string): boolean | Promise<boolean>;
  /** Resolves when there is a list. Rejects with what the load failed with, if it does. */
  ready(): Promise<void>;
  /**
   * Loads now; call it when the store says that something has changed. Resolves when a load that began
   * after the call was applied, to whether it succeeded. It never rejects: failures are reported.
   */
  refresh(): Promise<boolean>;
  /** Loads no more. The last list holds for its time. */
  stop(): void;
  /** Tells what is in the list and what was done, as plain numbers. */
  stats(): OriginListStats;
}

/**
 * Keeps a whole list of origins and patterns, and loads it again and again. Use it where the list fits
 * into memory, up to some hundred thousand entries, and requests must never wait for the store.
 *
 * What has changed is applied in slices between which the server goes on. A bad entry is left out
 * and reported once. Loading stops when nothing uses the list any more. It needs a host whose timers
 * outlive a request: Node, Deno and Bun, and not Workers.
 *
 * @param load loads the list; gets the version that it gave last
 * @param options how often to load, and for how long a list holds; times in seconds
 * @returns the `origin` function of a policy
 * @throws CorsConfigError with every problem of the options
 * @example
 * ```ts
 * const origin = originList(async () => ({ origins: ["https://myapp.com", "https://*.myapp.com"] }));
 * await origin.ready();
 * const cors = createCors({ origin, credentials: true });
 * origin.stop();
 * ```
 */
export function originList(load: LoadOrigins, options: OriginListOptions = {}): OriginList {
  return createList(load, readListOptions(load, options), createClock());
}
