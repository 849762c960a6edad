import { webkitMaxAge } from "../preflight/max-age.ts";
import type { Switches } from "../switches.ts";
import { spec } from "./spec.ts";

/** WebKit: Safari, and WebKitGTK, which is the one that was tried. */
export const webkit: Switches = {
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
