import type { Switches } from "../switches.ts";
import { createAnswerCache } from "./answer-cache.ts";
import type { PreflightStore } from "./cache.ts";
import { createTokenCache } from "./token-cache.ts";

/** The preflight cache this profile keeps. */
export function createPreflightStore(switches: Switches, now: () => number): PreflightStore {
  return switches.cachesPreflight === "tokens"
    ? createTokenCache(switches, now)
    : createAnswerCache(switches, now);
}
