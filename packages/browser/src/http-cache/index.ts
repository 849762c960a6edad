export type { CacheUse, HttpCache } from "./cache-turn.ts";
export { createHttpCache } from "./http-cache.ts";
export type { Filler, StoredResponse } from "./stored-response.ts";
