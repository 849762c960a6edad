import type { CorsCode } from "./codes.ts";
import type { Failure } from "./failure.ts";
import { withoutHeaders } from "./fetch/header-list.ts";
import { haveSameOrigin, isHttp, isSameOrigin } from "./fetch/origin.ts";
import type { Switches } from "./switches.ts";
import { unsafeRequestHeaderNames } from "./request/safelist.ts";
import type { PageRequest } from "./request/page-request.ts";
import { parseReferrerPolicy } from "./request/referrer.ts";
import { originHeader } from "./request/request-origin.ts";
import { currentUrl } from "./request/page-request.ts";

const maxRedirects = 20;
const bodyHeaders = [
  "content-encoding",
  "content-language",
  "content-location",
  "content-type",
] as const;

/**
 * The URL a redirect leads to, with the fragment it inherits; undefined where it is not a URL.
 *
 * @see https://fetch.spec.whatwg.org/#concept-response-location-url
 */
export function locationUrl(location: string, from: URL): URL | undefined {
  if (!URL.canParse(location, from.href)) return undefined;
  const url = new URL(location, from.href);
  if (url.hash === "") url.hash = from.hash;
  return url;
}

/**
 * Why a redirect must not be followed, or undefined.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
export function redirectFailure(
  request: PageRequest,
  status: number,
  location: string,
  switches: Switches,
): Failure | undefined {
  const badLocation = locationFailure(request, location);
  if (badLocation) return badLocation;
  const url = new URL(location, currentUrl(request));
  if (request.urls.length > maxRedirects) return failure("redirect-too-many", url.href);
  const hasUserinfo = url.username !== "" || url.password !== "";
  const isForeign = request.mode === "cors" && !isSameOrigin(request.pageOrigin, url);
  if (hasUserinfo && (isForeign || request.tainting === "cors")) {
    return failure("redirect-userinfo", url.href);
  }
  if (hasUserinfo && request.initiator === "fetch" && switches.fetchRefusesUserinfo) {
    return failure("redirect-userinfo-embedded", url.href);
  }
  if (status !== 303 && request.body?.stream) return failure("redirect-stream-body", url.href);
  return undefined;
}

/** The failure of a redirect that the network layer of the profile's browser refuses by itself. */
export function unsafeRedirect(
  request: PageRequest,
  response: Response,
  { invalidLocationFailsFirst, emptyLocation }: Switches,
): Failure | undefined {
  const location = response.headers.get("location");
  if (location === null) return undefined;
  const isInvalid = !locationUrl(location, currentUrl(request)) && invalidLocationFailsFirst;
  const isEmpty = location === "" && request.redirect === "follow" && emptyLocation === "failure";
  return isInvalid || isEmpty ? failure("redirect-location", location) : undefined;
}

/** The failure of a redirect that mode "manual" should have handed to the page. */
export function manualRedirectFailure(
  request: PageRequest,
  response: Response,
  { manualModeRefuses }: Switches,
): Failure | undefined {
  const location = response.headers.get("location") ?? "";
  const protocol = locationUrl(location, currentUrl(request))?.protocol ?? "";
  return manualModeRefuses.includes(protocol) ? locationFailure(request, location) : undefined;
}

/** Why a Location cannot be gone to at all, or undefined. */
function locationFailure(request: PageRequest, location: string): Failure | undefined {
  const url = locationUrl(location, currentUrl(request));
  if (!url) return failure("redirect-location", location);
  return isHttp(url) ? undefined : failure("redirect-scheme", url.href);
}

function failure(code: CorsCode, detail: string): Failure {
  return { code, phase: "actual", failedParameter: "", detail };
}

function asksForLostBodyType(request: PageRequest, switches: Switches): boolean {
  if (request.initiator !== "xhr" || !switches.xhrAsksForLostBodyType) return false;
  if (request.forcePreflight || !request.hasBodyType) return false;
  const own = withoutHeaders(request.firstHeaders, "content-type");
  return unsafeRequestHeaderNames(own, switches).length === 0;
}

/** Whether the redirect turns the request into a GET without body. */
function becomesGet(method: string, status: number): boolean {
  if (status === 301 || status === 302) return method === "POST";
  return status === 303 && method !== "GET" && method !== "HEAD";
}

/**
 * The request at its next URL. Authorization does not cross origins.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
export function followRedirect(
  request: PageRequest,
  { status, headers }: Response,
  url: URL,
  switches: Switches,
): PageRequest {
  const referrerPolicy = headers.get("referrer-policy");
  const stays = haveSameOrigin(currentUrl(request), url);
  const isLostDelete = switches.foreignDeleteBecomesGet && request.method === "DELETE" && !stays;
  const rewritten = isLostDelete || becomesGet(request.method, status);
  const isForeign = !isSameOrigin(request.pageOrigin, url);
  const dropped = [
    ...(rewritten && !asksForLostBodyType(request, switches) ? bodyHeaders : []),
    ...(stays ? [] : ["authorization"]),
    ...(isForeign ? switches.redirectDrops : []),
  ];
  return {
    ...request,
    method: rewritten ? "GET" : request.method,
    body: rewritten ? null : request.body,
    headers: withoutHeaders(
      switches.droppedHeadersReturn ? request.firstHeaders : request.headers,
      ...dropped,
    ),
    dropped,
    referrerPolicy: parseReferrerPolicy(referrerPolicy) || request.referrerPolicy,
    sentOrigin: originHeader(request, switches) !== undefined,
    urls: [...request.urls, url],
  };
}
