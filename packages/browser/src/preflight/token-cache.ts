import type { Switches } from "../switches.ts";
import type { PageRequest } from "../request/page-request.ts";
import { preflightHeaderNames } from "../request/preflight-names.ts";
import type { PreflightAnswer } from "./preflight-answer.ts";
import type { CachedPreflight, CacheKey, PreflightStore } from "./cache.ts";
import { cacheKey } from "./cache.ts";

interface TokenEntry extends CacheKey {
  readonly credentials: boolean;
  readonly methods: Map<string, number>;
  readonly headerNames: Map<string, number>;
}

/**
 * The cache of the standard and of Firefox. It caches every method and every header name by itself,
 * with its own expiry. A new entry adds to the old ones.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-cache
 */
export function createTokenCache(switches: Switches, now: () => number): PreflightStore {
  const all = new Map<string, TokenEntry>();

  function usable(request: PageRequest): readonly TokenEntry[] {
    const key = cacheKey(request, switches);
    const include = request.credentials === "include";
    return [...all.values()].filter((entry) => {
      if (entry.origin !== key?.origin || entry.url !== key.url) return false;
      if (entry.credentials === include) return true;
      return entry.credentials && switches.credentialedAnswerServesAll;
    });
  }

  function grants(tokens: Map<string, number>, name: string, wildcard: boolean): boolean {
    return [name, ...(wildcard ? ["*"] : [])].some((token) => (tokens.get(token) ?? 0) > now());
  }

  function grantsMethod(entries: readonly TokenEntry[], request: PageRequest): boolean {
    const isExempt = switches.cacheExemptsMethods.includes(request.method);
    if (isExempt && !(request.forcePreflight && switches.forcedNeedsCachedMethod)) return true;
    const wildcard = isWildcard(request, switches);
    return entries.some((entry) => grants(entry.methods, request.method, wildcard));
  }

  function grantsHeader(
    entries: readonly TokenEntry[],
    request: PageRequest,
    name: string,
  ): boolean {
    const covered = name !== "authorization" || switches.cachedWildcardCoversAuthorization;
    const wildcard = isWildcard(request, switches) && covered;
    return entries.some((entry) => grants(entry.headerNames, name, wildcard));
  }

  return {
    covers(request) {
      const entries = usable(request);
      const names = preflightHeaderNames(request, switches);
      if (entries.length === 0) return false;
      return (
        grantsMethod(entries, request) &&
        names.every((name) => grantsHeader(entries, request, name))
      );
    },
    store(request, answer) {
      const key = cacheKey(request, switches);
      if (!key) return;
      if (answer.maxAge === 0 && switches.zeroMaxAgeLeavesCache) return;
      const credentials = request.credentials === "include";
      const id = JSON.stringify([key.origin, key.url, credentials]);
      const entry = all.get(id) ?? {
        ...key,
        credentials,
        methods: new Map(),
        headerNames: new Map(),
      };
      all.set(id, entry);
      remember(entry, answer, now() + answer.maxAge * 1000);
    },
    forget(request) {
      const key = cacheKey(request, switches);
      for (const [id, entry] of all) {
        if (entry.origin === key?.origin && entry.url === key.url) all.delete(id);
      }
    },
    clear: () => all.clear(),
    get entries() {
      return [...all.values()].map((entry) => view(entry, now())).filter((e) => e.expires > now());
    },
  };
}

function isWildcard(request: PageRequest, switches: Switches): boolean {
  return switches.cachedWildcard !== "literal" && request.credentials !== "include";
}

function remember(entry: TokenEntry, answer: PreflightAnswer, expires: number): void {
  for (const method of answer.methods ?? []) entry.methods.set(method, expires);
  for (const name of answer.headerNames ?? []) entry.headerNames.set(name, expires);
}

function view(entry: TokenEntry, time: number): CachedPreflight {
  const alive = (tokens: Map<string, number>): string[] =>
    [...tokens].filter(([, expires]) => expires > time).map(([token]) => token);
  return {
    origin: entry.origin,
    url: entry.url,
    credentials: entry.credentials,
    methods: alive(entry.methods),
    headerNames: alive(entry.headerNames),
    expires: Math.max(0, ...entry.methods.values(), ...entry.headerNames.values()),
  };
}
