import { firefoxMaxAge } from "../preflight/max-age.ts";
import type { Switches } from "../switches.ts";
import { spec } from "./spec.ts";

/** Firefox. */
export const firefox: Switches = {
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
  failureClearsCache: "any-but-error-mode",
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
