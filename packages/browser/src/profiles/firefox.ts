import { firefoxMaxAge } from "../preflight/max-age.ts";
import type { Switches } from "../switches.ts";
import { spec } from "./spec.ts";

// Comments that name a file: read there. "Seen": shown by the parity run, the cause not looked up.

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
  // seen: a PUT that became a GET still asks
  preflightSticks: true,
  beaconsAskAsAtFirst: true,
  // seen: what redirect mode "error" refuses stays cached
  failureClearsCache: "any-but-error-mode",
  // AddResultToCache returns before it looks for the entry
  zeroMaxAgeLeavesCache: true,
  // seen: Authorization is back on the second redirect, if that one stays where it is
  authorizationReturns: true,
  // dom/fetch/FetchDriver.cpp, AsyncOnChannelRedirect, asks the method of the request it was made with
  bodyHeadersReturn: "by-first-method",
  // seen: of XMLHttpRequest alone
  xhrAsksForLostBodyType: true,
  // seen: in Accept and Content-Type
  nonAsciiIsUnsafe: true,
  // dom/base/nsContentUtils.cpp asks NS_ParseRequestContentType; its rules are as seen
  contentTypeIsStrict: true,
  // nsContentUtils::ParseSingleRangeRequest counts in 64 bits
  maxRangeNumber: 2n ** 64n - 1n,
  referrerSecurity: "scheme",
  streamBody: "text",
  // prefs network.lna.blocking, true, and network.lna.block_insecure_contexts, false
  asksForLocalNetwork: true,
  localNetworkHeedsPage: false,
  // pref network.http.referer.disallowCrossSiteRelaxingDefault, true
  crossSiteReferrerIsOrigin: true,
  referrerReturnsHome: true,
  // seen: over redirects from another site that come back to the page's own
  cutReferrerStays: true,
  cacheModesWithoutLookup: ["no-store", "reload"],
  // netwerk/protocol/http/nsHttpChannel.cpp, PerformCrossOriginResourcePolicyCheck
  anyResourcePolicyCounts: true,
  // netwerk/protocol/http/nsHttpHeaderArray.cpp, IsSuspectDuplicateHeader
  conflictingLocationsFail: true,
  // nsHttpChannel.cpp, AsyncProcessRedirection: NS_EscapeURL before the URL is parsed
  locationBytes: "bytes",
  locationEscapesControls: true,
  // seen: of the two letters in the body of a 302
  redirectIntegrity: "bytes",
  dataUrlHasLength: true,
  noCorsLoadsAboutBlank: true,
  // dom/security/SecFetch.cpp, IsSameSite: the base domain of an address is an error
  redirectedAddressIsCrossSite: true,
  preflightHasCacheHeaders: true,
  // seen: a comma that the exchange removes is asked for
  judgesTypeAsSet: true,
  // dom/xhr/XMLHttpRequestMainThread.cpp, RequestHeaders::CharsetIterator
  xhrCharset: { text: "serialize", form: "exchangeFromLast" },
  // dom/fetch/FetchDriver.cpp; XMLHttpRequest has no such rule
  conditionalCacheMode: { fetch: "no-store", xhr: "default" },
  // nsHttpChannel::SetEmptyRequestHeader
  emptyLineResets: true,
  // nsHttpHeaderArray::MergeHeader
  skipsEmptyLines: true,
  // netwerk/protocol/http/nsHttpHeaderArray.h, IsSingletonHeader
  singletonHeaders: [
    "authorization",
    "content-disposition",
    "content-length",
    "content-type",
    "from",
    "if-modified-since",
    "if-unmodified-since",
    "max-forwards",
    "proxy-authorization",
    "user-agent",
  ],
  noReferrerHidesOrigin: true,
  // the preflight's own listener is made with the loading principal
  preflightNamesPage: true,
};
