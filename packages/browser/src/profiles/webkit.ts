import { webkitMaxAge } from "../preflight/max-age.ts";
import type { Switches } from "../switches.ts";
import { spec } from "./spec.ts";

// Comments that name a file: read there. "Seen": shown by the parity run, the cause not looked up.

/** WebKit: Safari, and WebKitGTK, which is the one that was tried. */
export const webkit: Switches = {
  ...spec,
  // Source/WebCore/loader/CrossOriginAccessControl.cpp, validatePreflightResponse
  preflightSteps: ["redirect", "status", "cors-check", "parse", "method", "headers"],
  wildcardCoversAuthorization: true,
  cachedWildcardCoversAuthorization: true,
  readMaxAge: webkitMaxAge,
  cachesPreflight: "answers",
  // SubresourceLoader.cpp makes a new opaque origin for every tainted request
  taintedCacheKey: "none",
  forcedNeedsCachedMethod: false,
  // validatePreflightResponse appends to the cache before it looks at the method and headers
  cachesRefusals: true,
  failureClearsCache: "none",
  forcedPreflightAssumesMethod: false,
  safelistReads: "joined",
  // isCrossOriginSafeRequestHeader knows the limit per value alone
  safelistHasTotalLimit: false,
  // Source/WebKit/NetworkProcess/NetworkLoadChecker.cpp: m_originalRequestHeaders, m_isSimpleRequest
  redirectedPreflightAsksFor: "original",
  preflightSticks: true,
  // seen: the largest unsigned number of 64 bits
  maxRangeNumber: 2n ** 64n - 1n,
  // seen: blocked when followed, readable under "error"
  emptyLocation: "failure",
  redirectErrorNeedsLocation: true,
  // seen in WebKitGTK: of all schemes that are not http this one
  manualModeRefuses: ["ftp:"],
  // FrameLoader::addHTTPOriginIfNeeded leaves a header that is there alone; by then a redirect to
  // another origin has cleared it: Source/WebKit/NetworkProcess/soup/NetworkDataTaskSoup.cpp,
  // continueHTTPRedirection, and for Safari cocoa/NetworkDataTaskCocoa.mm, willPerformHTTPRedirection
  redirectKeepsOriginHeader: true,
  referrerSecurity: "scheme",
  // seen, and so with all that follow here: requests as WebKitGTK's servers get them
  preflightNamesFirstReferrer: true,
  preflightCarriesUserAgent: true,
  preflightSiteHeedsTaint: true,
  xhrCharset: { text: "serializeUnlessEmpty", form: "serializeUnlessEmpty" },
  crossSiteReferrerIsOrigin: true,
  onlyIfCachedAsksNetwork: true,
  streamBody: "refused",
  looseIntegrity: true,
  dataNeedsFollow: true,
  redirectIntegrity: "hash-fails",
  rangeUnitIgnoresCase: true,
  redirectsFromStatus: 309,
  locationBytes: "replaced",
  locationUnescapes: true,
  joinsLocations: true,
  // NetworkDataTaskSoup.cpp and NetworkLoadChecker.cpp each start from the first request
  bodyHeadersReturn: "cors",
  rangeHasCase: false,
  blobUrlTellsPolicies: true,
  redirectAtHomeDropsUserAgent: true,
  noCorsKeepsBodyType: true,
  listenerDropsEmptyBody: true,
  noReferrerHidesOrigin: true,
  // seen: of POST without CORS, and of beacons
  crossingNamesOrigin: true,
  opaquePageHasReferrer: true,
  addsNothingAfterRedirect: true,
  sendsHeadersAsUtf8: true,
  // seen: with credentials and a `*` in the list, Accept becomes visible
  literalWildcardExposes: ["accept"],
  // NetworkLoadChecker.cpp lets it pass, SubresourceLoader.cpp of the page's process does not
  refusesAfterPreflight: true,
  // seen in WebKitGTK, whose HTTP is libsoup: Safari may differ
  foreignDeleteBecomesGet: true,
  // SubresourceLoader.cpp checks redirects with the credentials policy of the first URL
  redirectCheckKeepsCredentials: true,
};
