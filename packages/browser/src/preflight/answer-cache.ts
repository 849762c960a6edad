import type { Switches } from "../switches.ts";
import type { PageRequest } from "../request/page-request.ts";
import type { CachedPreflight, CacheKey, PreflightStore } from "./cache.ts";
import { cacheKey } from "./cache.ts";
import { isMethodAllowed, refusedHeaders } from "./check.ts";

/**
 * The cache of Chromium and WebKit: per origin and URL the last response as a whole. One that does
 * not cover a request is dropped at once, since a new preflight follows.
 */
export function createAnswerCache(switches: Switches, now: () => number): PreflightStore {
  const all = new Map<string, CachedPreflight>();

  return {
    covers(request) {
      const key = cacheKey(request, switches);
      const entry = key && all.get(idOf(key));
      if (!key || !entry) return false;
      if (entry.expires > now() && grants(entry, request, switches)) return true;
      all.delete(idOf(key));
      return false;
    },
    store(request, answer) {
      const key = cacheKey(request, switches);
      if (!key) return;
      all.set(idOf(key), {
        ...key,
        credentials: request.credentials === "include",
        methods: answer.methods ?? [],
        headerNames: answer.headerNames ?? [],
        expires: now() + answer.maxAge * 1000,
      });
    },
    forget(request) {
      const key = cacheKey(request, switches);
      if (key) all.delete(idOf(key));
    },
    clear: () => all.clear(),
    get entries() {
      return [...all.values()].filter((entry) => entry.expires > now());
    },
  };
}

function grants(entry: CachedPreflight, request: PageRequest, switches: Switches): boolean {
  if (request.credentials === "include" && !entry.credentials) return false;
  const asked = checkedAs(request, entry, switches);
  if (!isMethodAllowed(asked, entry.methods)) return false;
  const covers = switches.cachedWildcardCoversAuthorization;
  return refusedHeaders(asked, entry.headerNames, covers, switches).length === 0;
}

function idOf(key: CacheKey): string {
  return JSON.stringify([key.origin, key.url]);
}

/** The request with the credentials mode that decides whether a cached `*` is a wildcard. */
function checkedAs(request: PageRequest, entry: CachedPreflight, switches: Switches): PageRequest {
  if (switches.cachedWildcard !== "entry" || !entry.credentials) return request;
  return { ...request, credentials: "include" };
}
