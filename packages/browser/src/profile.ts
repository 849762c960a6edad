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

  /** An upload listener forces a preflight only when there is something to upload. */
  readonly forcedPreflightNeedsBody: boolean;

  /** Header lines of one name are judged each on its own, or joined first. */
  readonly safelistJudges: "lines" | "joined";

  /** A name that is not safelisted is asked for once per line, not once. */
  readonly asksPerLine: boolean;

  /**
   * Which headers a preflight asks for after a redirect has dropped some: those that are left; those
   * the page set, come what may; or those the page set without the ones the last redirect dropped,
   * with a preflight even if none is left.
   */
  readonly redirectedPreflightAsksFor: "remaining" | "original" | "original-but-dropped";

  /** Once preflighted, every hop of the request is preflighted. */
  readonly preflightSticks: boolean;

  /** A preflight names the page even where redirects have turned the request's origin into `null`. */
  readonly preflightNamesPage: boolean;

  /**
   * A redirect is held to the rules of credentials where the page asked its own origin first, with
   * credentials "same-origin".
   */
  readonly redirectCheckKeepsCredentials: boolean;

  /** Safelisted values together may not exceed 1,024 bytes. */
  readonly safelistHasTotalLimit: boolean;

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
  forcedPreflightNeedsBody: false,
  safelistJudges: "lines",
  safelistHasTotalLimit: true,
  asksPerLine: false,
  redirectedPreflightAsksFor: "remaining",
  preflightSticks: false,
  preflightNamesPage: false,
  redirectCheckKeepsCredentials: false,
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
  // xml_http_request.cc looks for upload listeners only where it has a body to send
  forcedPreflightNeedsBody: true,
  // Blink's fetch joins lines before the network service sees them
  safelistJudges: "joined",
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
  // dom/fetch/InternalHeaders.cpp, GetUnsafeHeaders: line by line, neither limit in sum nor set
  safelistHasTotalLimit: false,
  asksPerLine: true,
  // CheckPreflightNeeded looks at LoadInfo::CorsUnsafeHeaders, which redirects leave as they were
  redirectedPreflightAsksFor: "original-but-dropped",
  // the preflight's own listener is made with the loading principal
  preflightNamesPage: true,
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
  // Source/WebKit/NetworkProcess/NetworkLoadChecker.cpp: m_originalRequestHeaders, m_isSimpleRequest
  redirectedPreflightAsksFor: "original",
  preflightSticks: true,
  // SubresourceLoader.cpp checks redirects with the credentials policy of the first URL
  redirectCheckKeepsCredentials: true,
};

/** The switches of every profile. */
export const profiles: Readonly<Record<Profile, Switches>> = { spec, chromium, firefox, webkit };
