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
 * Makes the cache of the standard and of Firefox. It caches every method and every header name by
 * itself, with its own expiry. A new entry adds to the old ones.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-cache
 */
export function createTokenCache(switches: Switches, now: () => number): PreflightStore {
  return new TokenCache(switches, now);
}

class TokenCache implements PreflightStore {
  readonly #all = new Map<string, TokenEntry>();
  readonly #switches: Switches;
  readonly #now: () => number;

  constructor(switches: Switches, now: () => number) {
    this.#switches = switches;
    this.#now = now;
  }

  covers(request: PageRequest): boolean {
    const entries = this.#usable(request);
    const names = preflightHeaderNames(request, this.#switches);
    if (entries.length === 0) return false;
    return (
      this.#grantsMethod(entries, request) &&
      names.every((name) => this.#grantsHeader(entries, request, name))
    );
  }

  store(request: PageRequest, answer: PreflightAnswer): void {
    const key = cacheKey(request, this.#switches);
    if (!key) return;
    if (answer.maxAge === 0 && this.#switches.zeroMaxAgeLeavesCache) return;
    const credentials = request.credentials === "include";
    const id = JSON.stringify([key.origin, key.url, credentials]);
    const entry = this.#all.get(id) ?? {
      ...key,
      credentials,
      methods: new Map(),
      headerNames: new Map(),
    };
    this.#all.set(id, entry);
    remember(entry, answer, this.#now() + answer.maxAge * 1000);
  }

  forget(request: PageRequest): void {
    const key = cacheKey(request, this.#switches);
    for (const [id, entry] of this.#all) {
      if (entry.origin === key?.origin && entry.url === key.url) this.#all.delete(id);
    }
  }

  clear(): void {
    this.#all.clear();
  }

  get entries(): readonly CachedPreflight[] {
    const time = this.#now();
    return [...this.#all.values()]
      .map((entry) => view(entry, time))
      .filter(({ expires }) => expires > time);
  }

  #usable(request: PageRequest): readonly TokenEntry[] {
    const key = cacheKey(request, this.#switches);
    const include = request.credentials === "include";
    return [...this.#all.values()].filter((entry) => {
      if (entry.origin !== key?.origin || entry.url !== key.url) return false;
      if (entry.credentials === include) return true;
      return entry.credentials && this.#switches.credentialedAnswerServesAll;
    });
  }

  #grantsMethod(entries: readonly TokenEntry[], request: PageRequest): boolean {
    const { cacheExemptsMethods, forcedNeedsCachedMethod } = this.#switches;
    const isExempt = cacheExemptsMethods.includes(request.method);
    if (isExempt && !(request.forcePreflight && forcedNeedsCachedMethod)) return true;
    const wildcard = isWildcard(request, this.#switches);
    return entries.some(({ methods }) => this.#grants(methods, request.method, wildcard));
  }

  #grantsHeader(entries: readonly TokenEntry[], request: PageRequest, name: string): boolean {
    const covered = name !== "authorization" || this.#switches.cachedWildcardCoversAuthorization;
    const wildcard = isWildcard(request, this.#switches) && covered;
    return entries.some(({ headerNames }) => this.#grants(headerNames, name, wildcard));
  }

  #grants(tokens: Map<string, number>, name: string, wildcard: boolean): boolean {
    const accepted = [name, ...(wildcard ? ["*"] : [])];
    return accepted.some((token) => (tokens.get(token) ?? 0) > this.#now());
  }
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
