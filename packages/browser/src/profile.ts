import type { SafelistedExtra } from "./request/safelist-extras.ts";
import { noExtras, chromiumExtras } from "./request/safelist-extras.ts";
import type { MaxAgeReader } from "./preflight/max-age.ts";
import {
  chromiumMaxAge,
  firefoxMaxAge,
  standardMaxAge,
  webkitMaxAge,
} from "./preflight/max-age.ts";

/** Whose behaviour to model: the letter of the standard, or one engine's. */
export type Profile = "spec" | "chromium" | "firefox" | "webkit";

/** The checks of a preflight answer, in the order they are made. */
export type PreflightStep =
  | "redirect"
  | "cors-check"
  | "status"
  | "parse"
  | "parse-methods"
  | "method"
  | "parse-headers"
  | "headers";

/**
 * Every point where an engine departs from the standard, each one switch. Sources are the engines'
 * own files; each switch is held by the parity run against the real engine.
 */
export interface Switches {
  /** Order of preflight checks. It decides which of several failures is reported, never the outcome. */
  readonly preflightSteps: readonly PreflightStep[];

  /** `Access-Control-Allow-Headers: *` also covers `Authorization`. */
  readonly wildcardCoversAuthorization: boolean;

  /** The same question when the wildcard comes from the preflight cache. */
  readonly cachedWildcardCoversAuthorization: boolean;

  /** How `Access-Control-Max-Age` is read and capped. */
  readonly readMaxAge: MaxAgeReader;

  /** One cache entry per method and header name, or the whole answer per URL. */
  readonly cachesPreflight: "tokens" | "answers";

  /**
   * What a `*` in the cache means: any name if the cached request (`entry`) or the new one
   * (`request`) went without credentials, or the literal name.
   */
  readonly cachedWildcard: "entry" | "request" | "literal";

  /** Methods that need no cached permission. */
  readonly cacheExemptsMethods: readonly string[];

  /** A forced preflight is only skipped when its method was cached by name. */
  readonly forcedNeedsCachedMethod: boolean;

  /** An answer to a credentialed preflight also serves requests without credentials. */
  readonly credentialedAnswerServesAll: boolean;

  /** An answer that did not allow its own request is cached all the same. */
  readonly cachesRefusals: boolean;

  /** Whose origin keys the cache once redirects have turned the request's own into `null`. */
  readonly taintedCacheKey: "null" | "page" | "none";

  /** Which failures drop the cached preflights of that URL. */
  readonly failureClearsCache: "any" | "cors-check" | "none";

  /** A forced preflight without Allow-Methods is taken to allow the request's own method. */
  readonly forcedPreflightAssumesMethod: boolean;

  /** Header lines of one name are judged each on its own, or joined first. */
  readonly safelistJudges: "lines" | "joined";

  /** Safelisted values together may not exceed 1,024 bytes. */
  readonly safelistHasTotalLimit: boolean;

  /** `Range` values with start after end are refused a place on the safelist. */
  readonly rangeOrderMatters: boolean;

  /** Request headers safelisted beyond the standard. */
  readonly safelistExtras: SafelistedExtra;
}

const spec: Switches = {
  // https://fetch.spec.whatwg.org/#cors-preflight-fetch-0, steps 7 to 14
  preflightSteps: ["cors-check", "redirect", "status", "parse", "method", "headers"],
  wildcardCoversAuthorization: false,
  cachedWildcardCoversAuthorization: false,
  readMaxAge: standardMaxAge,
  cachesPreflight: "tokens",
  // Deviation: by the letter a cached `*` matches any method even for credentialed requests; no engine does so.
  cachedWildcard: "request",
  cacheExemptsMethods: ["GET", "HEAD", "POST"],
  forcedNeedsCachedMethod: true,
  credentialedAnswerServesAll: true,
  cachesRefusals: false,
  taintedCacheKey: "null",
  failureClearsCache: "any",
  forcedPreflightAssumesMethod: true,
  safelistJudges: "lines",
  safelistHasTotalLimit: true,
  rangeOrderMatters: true,
  safelistExtras: noExtras,
};

const chromium: Switches = {
  ...spec,
  // services/network/cors/preflight_controller.cc: HandleRedirect runs before any header is read
  preflightSteps: ["redirect", "cors-check", "status", "parse", "method", "headers"],
  // feature CorsNonWildcardRequestHeadersSupport, off; a deprecation warning is logged instead
  wildcardCoversAuthorization: true,
  // services/network/cors/preflight_cache.cc always asks for the non-wildcard rule
  cachedWildcardCoversAuthorization: false,
  readMaxAge: chromiumMaxAge,
  // services/network/cors/preflight_cache.cc: one PreflightResult per origin and URL
  cachesPreflight: "answers",
  // services/network/cors/preflight_result.cc asks the credentials flag it was made with
  cachedWildcard: "entry",
  forcedNeedsCachedMethod: false,
  // AppendToCache is given request_initiator, which redirects do not taint
  taintedCacheKey: "page",
  failureClearsCache: "none",
  // services/network/cors/preflight_result.cc knows nothing of forced preflights
  forcedPreflightAssumesMethod: false,
  // Blink's fetch joins lines before the network service sees them
  safelistJudges: "joined",
  // services/network/public/cpp/cors/cors.cc matches bytes=\d+-(\d+)?
  rangeOrderMatters: false,
  safelistExtras: chromiumExtras,
};

const firefox: Switches = {
  ...spec,
  // netwerk/protocol/http/nsCORSListenerProxy.cpp, CheckPreflightRequestApproved
  preflightSteps: [
    "cors-check",
    "redirect",
    "status",
    "parse-methods",
    "method",
    "parse-headers",
    "headers",
  ],
  // pref network.cors_preflight.authorization_covered_by_wildcard, true
  wildcardCoversAuthorization: true,
  cachedWildcardCoversAuthorization: false,
  readMaxAge: firefoxMaxAge,
  // AddResultToCache keeps `*` as a token that CheckRequest compares literally
  cachedWildcard: "literal",
  // CacheEntry::CheckRequest exempts GET and POST, not HEAD, and never hears of the forcing
  cacheExemptsMethods: ["GET", "POST"],
  forcedNeedsCachedMethod: false,
  // GetPrefLightCacheKey has the credentials flag in it
  credentialedAnswerServesAll: false,
  // StartCORSPreflight looks up with the loading principal, which redirects do not taint
  taintedCacheKey: "page",
  // OnStartRequest removes entries when CheckRequestApproved says no
  failureClearsCache: "cors-check",
  forcedPreflightAssumesMethod: false,
};

const webkit: Switches = {
  ...spec,
  // Source/WebCore/loader/CrossOriginAccessControl.cpp, validatePreflightResponse
  preflightSteps: ["redirect", "status", "cors-check", "parse", "method", "headers"],
  wildcardCoversAuthorization: true,
  cachedWildcardCoversAuthorization: true,
  readMaxAge: webkitMaxAge,
  cachesPreflight: "answers",
  forcedNeedsCachedMethod: false,
  // validatePreflightResponse appends to the cache before it looks at the method and headers
  cachesRefusals: true,
  failureClearsCache: "none",
  forcedPreflightAssumesMethod: false,
  safelistJudges: "joined",
  // isCrossOriginSafeRequestHeader knows the limit per value alone
  safelistHasTotalLimit: false,
};

/** The switches of every profile. */
export const profiles: Readonly<Record<Profile, Switches>> = { spec, chromium, firefox, webkit };
