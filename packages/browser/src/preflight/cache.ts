import type { Switches } from "../switches.ts";
import type { PageRequest } from "../request/page-request.ts";
import { currentUrl } from "../request/page-request.ts";
import { serializeRequestOrigin } from "../request/request-origin.ts";
import type { PreflightAnswer } from "./preflight-answer.ts";

/** What one preflight, or several for the same key, have granted so far. */
export interface CachedPreflight {
  readonly origin: string;
  readonly url: string;
  readonly credentials: boolean;
  readonly methods: readonly string[];
  readonly headerNames: readonly string[];
  /** When the last of it expires, in the time of the browser's `now`. */
  readonly expires: number;
}

/** The preflight cache of a browser, as a test may see it. */
export interface PreflightCache {
  /** What is cached and has not expired. */
  readonly entries: readonly CachedPreflight[];
  /** Forgets everything. */
  clear(): void;
}

/** The preflight cache, as the fetch algorithm uses it. */
export interface PreflightStore extends PreflightCache {
  covers(request: PageRequest): boolean;
  store(request: PageRequest, answer: PreflightAnswer): void;
  forget(request: PageRequest): void;
}

/** What a cache is keyed by, apart from credentials. */
export interface CacheKey {
  readonly origin: string;
  readonly url: string;
}

/**
 * The key a request is cached under, or undefined where this profile caches nothing for it.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache
 */
export function cacheKey(request: PageRequest, switches: Switches): CacheKey | undefined {
  // Fragments count: a redirect can give one, and every engine takes it for another URL.
  const url = currentUrl(request);
  const origin = serializeRequestOrigin(request);
  if (request.pageOrigin === "null" && switches.opaqueCacheKey === "request") {
    return { origin: `null (request ${request.id})`, url: url.href };
  }
  const isTainted = origin !== request.pageOrigin;
  if (isTainted && switches.taintedCacheKey === "none") return undefined;
  const usesPage = isTainted && switches.taintedCacheKey === "page";
  return { origin: usesPage ? request.pageOrigin : origin, url: url.href };
}
