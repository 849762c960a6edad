import { chromiumMaxAge } from "../preflight/max-age.ts";
import { chromiumExtras } from "../request/safelist-extras.ts";
import type { Switches } from "../switches.ts";
import { spec } from "./spec.ts";

// Comments that name a file: read there. "Seen": shown by the parity run, the cause not looked up.

/** Chromium, and the browsers made from it. */
export const chromium: Switches = {
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
  // seen: a preflight after tainting redirects is never reused
  taintedCacheKey: "none",
  // seen: the same URL is asked for again by the next request, not by a redirect of this one
  opaqueCacheKey: "request",
  failureClearsCache: "none",
  // services/network/cors/preflight_result.cc knows nothing of forced preflights
  forcedPreflightAssumesMethod: false,
  // seen: an upload listener on a request without body asks nothing
  forcedPreflightNeedsBody: true,
  // seen: one less than the largest signed number of 64 bits
  maxRangeNumber: 2n ** 63n - 2n,
  // seen: no CorsError is reported, whatever the headers
  invalidLocationFailsFirst: true,
  // seen: the page gets the 3xx response itself
  emptyLocation: "no-redirect",
  redirectErrorNeedsLocation: true,
  // seen: of any length
  neverAsksFor: ["user-agent"],
  // seen: client hints of old names, set by the page, do not reach the next foreign origin
  redirectDrops: ["device-memory", "downlink", "dpr", "ect", "rtt", "viewport-width", "width"],
  // seen: for fetch, not for XMLHttpRequest
  fetchRefusesUserinfo: true,
  // cors_url_loader.cc leaves the mode to its client, which hears of a redirect after the checks
  userinfoBeforeErrorMode: true,
  // seen: a POST under "no-cors", from the page's own origin to another
  noCorsRedirectHidesOrigin: true,
  // seen: two lines of 100 bytes are one of 202
  safelistReads: "joined",
  referrerSecurity: "scheme",
  preflightHasCacheHeaders: true,
  // seen: https://crbug.com/571722
  keepsUserAgent: true,
  // third_party/blink XMLHttpRequest::send, ReplaceCharsetInMediaType
  xhrCharset: { text: "exchange", form: "exchange" },
  // services/network/cors/preflight_controller.cc, RetrieveCacheFlags
  cacheModesWithoutLookup: ["no-store", "reload", "no-cache"],
  cacheModesWithoutStore: ["no-store"],
  // seen: a preflight is sent, whatever the mode
  streamBody: "cors",
  // seen: with a host that is an address, on another port
  addressesAreNoSite: true,
  credentiallessSkipsCaches: true,
  // net/http/http_stream_parser.cc, ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION
  conflictingLocationsFail: true,
  // seen: of fetch with keepalive
  keepaliveRedirects: 19,
  // seen: of elements, not of fetch
  opaqueNeedsKnownHash: ["script", "style"],
  // net/http/partial_data.cc parses the range, and writes it again
  rewritesRange: true,
  // net/http/http_util.cc escapes what is not ASCII in a Location, byte by byte
  locationBytes: "bytes",
  // services/network/local_network_access_checker.cc
  asksForLocalNetwork: true,
  conditionalCacheMode: { fetch: "no-cache", xhr: "no-cache" },
  originHeedsReferrerPolicy: false,
  safelistExtras: chromiumExtras,
};
