import { createClock } from "../clock.ts";
import { createList, type OriginList } from "./create-list.ts";
import type { LoadOrigins } from "./list-state.ts";
import { type OriginListOptions, readListOptions } from "./options.ts";

/**
 * Keeps a whole list of origins and patterns, and loads it again and again. Use it where the list fits
 * into memory, up to some hundred thousand entries, and requests must never wait for the store.
 *
 * It applies changes in slices between which the server goes on. It leaves a bad entry out and
 * reports it once. Loading stops when nothing uses the list any more. It needs a host whose timers
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
