import { chromiumMaxAge } from "../preflight/max-age.ts";
import { chromiumExtras } from "../request/safelist-extras.ts";
import type { Switches } from "../switches.ts";
import { spec } from "./spec.ts";

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
  // Blink loads no subresource whose URL has credentials embedded, but for XMLHttpRequest
  fetchRefusesUserinfo: true,
  // cors_url_loader.cc leaves the mode to its client, which hears of a redirect after the checks
  userinfoBeforeErrorMode: true,
  // net/url_request/redirect_util.cc, UpdateHttpRequest
  noCorsRedirectHidesOrigin: true,
  // Blink's fetch joins lines before the network service sees them
  safelistJudges: "joined",
  safelistExtras: chromiumExtras,
};
