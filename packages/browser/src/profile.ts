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

  /** Under what the preflights of a page with an opaque origin are cached: `null`, or the request alone. */
  readonly opaqueCacheKey: "null" | "request";

  /**
   * Which failures drop the cached preflights of that URL. A stray redirect has no `Location`, and
   * fails under redirect mode "error" alone.
   */
  readonly failureClearsCache: "any" | "any-but-stray-redirects" | "none";

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

  /**
   * A preflight names the page even where redirects have turned the request's origin into `null`;
   * where they have led back to the page's own origin, its answer needs no CORS headers.
   */
  readonly preflightNamesPage: boolean;

  /**
   * A redirect is held to the rules of credentials where the page asked its own origin first, with
   * credentials "same-origin".
   */
  readonly redirectCheckKeepsCredentials: boolean;

  /** Request headers no preflight asks for, however long or odd: lower-case names. */
  readonly neverAsksFor: readonly string[];

  /** Request headers a redirect to a foreign origin drops, besides `Authorization`: lower-case names. */
  readonly redirectDrops: readonly string[];

  /** Bytes from 0x80 on make a request header unsafe. */
  readonly nonAsciiIsUnsafe: boolean;

  /** No redirect to a URL with a user name or password is followed, not even at home. */
  readonly refusesAllUserinfo: boolean;

  /** A page that leaves its own origin for a URL with a user name or password is stopped after the preflight. */
  readonly userinfoAfterPreflight: boolean;

  /** Redirect mode "error" is looked at after the check for user names and passwords. */
  readonly userinfoBeforeErrorMode: boolean;

  /** Any change of origin over redirects turns the `Origin` of a "no-cors" request into `null`. */
  readonly noCorsRedirectHidesOrigin: boolean;

  /** A preflight answer with lifetime 0 leaves what is cached alone, instead of ending it. */
  readonly zeroMaxAgeLeavesCache: boolean;

  /** What a redirect dropped comes back on the next one that has no reason to drop it. */
  readonly droppedHeadersReturn: boolean;

  /**
   * When a redirect makes a GET of an XMLHttpRequest, a `Content-Type` that came with the body, and was
   * the one reason to ask first, is asked for again.
   */
  readonly xhrAsksForLostBodyType: boolean;

  /** A `Content-Type` with a comma, or an empty parameter at its end after another, is not safelisted. */
  readonly contentTypeIsStrict: boolean;

  /** Conditional requests (`If-None-Match` and the like) do not look into the preflight cache. */
  readonly conditionalSkipsCache: boolean;

  /** What a redirect with an empty `Location` is: one to the same URL, none at all, or a failure. */
  readonly emptyLocation: "same-url" | "no-redirect" | "failure";

  /** A redirect to another origin turns DELETE into GET. */
  readonly foreignDeleteBecomesGet: boolean;

  /** With redirect mode "error" only a redirect that has a `Location` is an error. */
  readonly redirectErrorNeedsLocation: boolean;

  /**
   * A request that began with an `Origin` header keeps it, even as a GET to the page's own origin;
   * under "no-cors" until it leaves its first origin.
   */
  readonly redirectKeepsOriginHeader: boolean;

  /**
   * Response headers a script may see when `Access-Control-Expose-Headers` holds a `*` that is no
   * wildcard, because of credentials: lower-case names.
   */
  readonly literalWildcardExposes: readonly string[];

  /** The largest number a `Range` may hold and be safelisted. */
  readonly maxRangeNumber: bigint | undefined;

  /** A redirect to something that is no URL fails before any header is looked at, in every redirect mode. */
  readonly invalidLocationFailsFirst: boolean;

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
  opaqueCacheKey: "null",
  failureClearsCache: "any",
  forcedPreflightAssumesMethod: true,
  forcedPreflightNeedsBody: false,
  safelistJudges: "lines",
  safelistHasTotalLimit: true,
  neverAsksFor: [],
  redirectDrops: [],
  nonAsciiIsUnsafe: false,
  contentTypeIsStrict: false,
  conditionalSkipsCache: false,
  refusesAllUserinfo: false,
  userinfoBeforeErrorMode: false,
  userinfoAfterPreflight: false,
  noCorsRedirectHidesOrigin: false,
  zeroMaxAgeLeavesCache: false,
  droppedHeadersReturn: false,
  xhrAsksForLostBodyType: false,
  emptyLocation: "same-url",
  foreignDeleteBecomesGet: false,
  maxRangeNumber: undefined,
  invalidLocationFailsFirst: false,
  redirectErrorNeedsLocation: false,
  redirectKeepsOriginHeader: false,
  literalWildcardExposes: [],
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
  taintedCacheKey: "none",
  // the initiator's opaque url::Origin is another one with every request; redirects keep it
  opaqueCacheKey: "request",
  failureClearsCache: "none",
  // services/network/cors/preflight_result.cc knows nothing of forced preflights
  forcedPreflightAssumesMethod: false,
  // xml_http_request.cc looks for upload listeners only where it has a body to send
  forcedPreflightNeedsBody: true,
  // net/http/http_byte_range.h counts in 64 bits, signed, and takes the largest for "unset"
  maxRangeNumber: 2n ** 63n - 2n,
  // net/url_request/url_request_job.cc ends the request before services/network hears of it
  invalidLocationFailsFirst: true,
  // net/http/http_response_headers.cc, IsRedirect: an empty Location is none
  emptyLocation: "no-redirect",
  redirectErrorNeedsLocation: true,
  // the network service takes it for one of the browser's own headers
  neverAsksFor: ["user-agent"],
  // client hints of old names, for Blink takes them for its own and not delegated
  redirectDrops: ["device-memory", "downlink", "dpr", "ect", "rtt", "viewport-width", "width"],
  // Blink turns them into the cache mode "no-store", whose load flags PerformPreflightCheck heeds
  conditionalSkipsCache: true,
  // Blink loads no subresource whose URL has credentials embedded
  refusesAllUserinfo: true,
  // cors_url_loader.cc leaves the mode to its client, which hears of a redirect after the checks
  userinfoBeforeErrorMode: true,
  // net/url_request/redirect_util.cc, UpdateHttpRequest
  noCorsRedirectHidesOrigin: true,
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
  forcedPreflightAssumesMethod: false,
  // dom/fetch/InternalHeaders.cpp, GetUnsafeHeaders: line by line, neither limit in sum nor set
  safelistHasTotalLimit: false,
  asksPerLine: true,
  // CheckPreflightNeeded looks at LoadInfo::CorsUnsafeHeaders, which redirects leave as they were
  redirectedPreflightAsksFor: "original-but-dropped",
  // netwerk/protocol/http/HttpBaseChannel.cpp hands mRequireCORSPreflight on to the next channel
  preflightSticks: true,
  // cache mode "no-store" sets LOAD_BYPASS_CACHE, which StartCORSPreflight heeds
  conditionalSkipsCache: true,
  // dom/fetch/FetchDriver.cpp refuses those by itself; the CORS listener never hears of it
  failureClearsCache: "any-but-stray-redirects",
  // AddResultToCache returns before it looks for the entry
  zeroMaxAgeLeavesCache: true,
  // each redirect's channel is set up from the headers of the first
  droppedHeadersReturn: true,
  // the parameters HttpBaseChannel hands on stand where CheckPreflightNeeded sees no need for new ones
  xhrAsksForLostBodyType: true,
  // nsContentUtils::IsCorsUnsafeRequestHeaderValue
  nonAsciiIsUnsafe: true,
  // netwerk/base/nsURLHelper.cpp, net_ParseRequestContentType
  contentTypeIsStrict: true,
  // nsContentUtils::ParseSingleRangeRequest counts in 64 bits
  maxRangeNumber: 2n ** 64n - 1n,
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
  // the opaque origin that stands for `null` is made anew for every request
  taintedCacheKey: "none",
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
  // parseRange in Source/WebCore/platform/network/HTTPParsers.cpp counts in 64 bits
  maxRangeNumber: 2n ** 64n - 1n,
  emptyLocation: "failure",
  redirectErrorNeedsLocation: true,
  // FrameLoader::addHTTPOriginIfNeeded leaves a header that is there alone
  redirectKeepsOriginHeader: true,
  // HTTPParsers.cpp, isCrossOriginSafeHeader
  literalWildcardExposes: ["accept"],
  // NetworkLoadChecker.cpp lets it pass, SubresourceLoader.cpp of the page's process does not
  userinfoAfterPreflight: true,
  // Source/WebKit/NetworkProcess/soup/NetworkDataTaskSoup.cpp, shouldRedirectAsGET
  foreignDeleteBecomesGet: true,
  // SubresourceLoader.cpp checks redirects with the credentials policy of the first URL
  redirectCheckKeepsCredentials: true,
};

/** The switches of every profile. */
export const profiles: Readonly<Record<Profile, Switches>> = { spec, chromium, firefox, webkit };
