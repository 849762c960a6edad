import type { CacheMode } from "../host-types.ts";
import type { MaxAgeReader } from "../preflight/max-age.ts";

/** The cache of preflights: what is kept, under which key, and for how long. */
export interface PreflightCacheSwitches {
  /** The same question when the wildcard comes from the preflight cache. */
  readonly cachedWildcardCoversAuthorization: boolean;

  /** How `Access-Control-Max-Age` is read and capped. */
  readonly readMaxAge: MaxAgeReader;

  /** One cache entry per method and header name, or the whole response per URL. */
  readonly cachesPreflight: "tokens" | "answers";

  /**
   * The meaning of a `*` in the cache. It is any name if the cached request (`entry`) or the new
   * one (`request`) went without credentials, or the literal name.
   */
  readonly cachedWildcard: "entry" | "request" | "literal";

  /** Methods that need no cached permission. */
  readonly cacheExemptsMethods: readonly string[];

  /** A forced preflight is only skipped when its method was cached by name. */
  readonly forcedNeedsCachedMethod: boolean;

  /** A response to a credentialed preflight also serves requests without credentials. */
  readonly credentialedAnswerServesAll: boolean;

  /** A response that did not allow its own request is cached too. */
  readonly cachesRefusals: boolean;

  /** Whose origin keys the cache once redirects have turned the request's own into `null`. */
  readonly taintedCacheKey: "null" | "page" | "none";

  /** Under what the preflights of a page with an opaque origin are cached: `null`, or the request alone. */
  readonly opaqueCacheKey: "null" | "request";

  /** Which failures drop the cached preflights of that URL; "error" is the redirect mode. */
  readonly failureClearsCache: "any" | "any-but-error-mode" | "none";

  /** Cache modes under which the preflight cache is not asked. */
  readonly cacheModesWithoutLookup: readonly CacheMode[];

  /** Cache modes under which a preflight response is not kept. */
  readonly cacheModesWithoutStore: readonly CacheMode[];

  /** A preflight response with lifetime 0 leaves what is cached alone, instead of ending it. */
  readonly zeroMaxAgeLeavesCache: boolean;
}
