import type { CacheMode } from "../host-types.ts";
import type { Switches } from "../switches.ts";
import { isConditional } from "./conditional.ts";
import { isCredentialless } from "./credentials.ts";
import type { PageRequest } from "./page-request.ts";

/**
 * The cache mode a request goes out with: one that the page made conditional passes caches by.
 *
 * @see https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
export function cacheMode(request: PageRequest, switches: Switches): CacheMode {
  const { cache } = request;
  if (isCredentialless(request) && switches.credentiallessSkipsCaches && cache !== "only-if-cached")
    return "no-store";
  if (cache !== "default") return cache;
  if (isConditional(request))
    return switches.conditionalCacheMode[request.initiator === "fetch" ? "fetch" : "xhr"];
  return "default";
}
