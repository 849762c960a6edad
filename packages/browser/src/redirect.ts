import { type Failure, failureOf } from "./failure.ts";
import type { HeaderList } from "./fetch/header-list.ts";
import { withoutHeaders } from "./fetch/header-list.ts";
import { haveSameOrigin, isHttp, isSameOrigin } from "./fetch/origin.ts";
import type { Switches } from "./switches.ts";
import { unsafeRequestHeaderNames } from "./request/safelist.ts";
import { locationLines, locationUrl } from "./location.ts";
import type { PageRequest } from "./request/page-request.ts";
import { parseReferrerPolicy, refererHeader } from "./request/referrer.ts";
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
  const badLocation = locationFailure(request, location, switches);
  if (badLocation) return badLocation;
  const url = locationUrl(location, currentUrl(request), switches) ?? currentUrl(request);
  const most = request.keepalive ? switches.keepaliveRedirects : maxRedirects;
  if (request.urls.length > most) return failureOf("actual", "redirect-too-many", url.href);
  const hasUserinfo = url.username !== "" || url.password !== "";
  const isForeign = request.mode === "cors" && !isSameOrigin(request.pageOrigin, url);
  if (hasUserinfo && (isForeign || request.tainting === "cors")) {
    return failureOf("actual", "redirect-userinfo", url.href);
  }
  if (hasUserinfo && request.initiator === "fetch" && switches.fetchRefusesUserinfo) {
    return failureOf("actual", "redirect-userinfo-embedded", url.href);
  }
  if (status !== 303 && request.body?.stream)
    return failureOf("actual", "redirect-stream-body", url.href);
  return undefined;
}

/** The failure of a redirect that the network layer of the profile's browser refuses by itself. */
export function unsafeRedirect(
  request: PageRequest,
  response: Response,
  isMeant: boolean,
  switches: Switches,
): Failure | undefined {
  const { invalidLocationFailsFirst, emptyLocation } = switches;
  const location = response.headers.get("location");
  if (location === null) return undefined;
  const isConflict = switches.conflictingLocationsFail && locationLines(location).size > 1;
  if (isConflict) return failureOf("actual", "redirect-location", location);
  if (!isMeant) return undefined;
  const isInvalid =
    !locationUrl(location, currentUrl(request), switches) && invalidLocationFailsFirst;
  const isEmpty = location === "" && request.redirect === "follow" && emptyLocation === "failure";
  return isInvalid || isEmpty ? failureOf("actual", "redirect-location", location) : undefined;
}

/** The failure of a redirect that mode "manual" should have handed to the page. */
export function manualRedirectFailure(
  request: PageRequest,
  response: Response,
  switches: Switches,
): Failure | undefined {
  const location = response.headers.get("location") ?? "";
  const protocol = locationUrl(location, currentUrl(request), switches)?.protocol ?? "";
  const refuses = switches.manualModeRefuses.includes(protocol);
  return refuses ? locationFailure(request, location, switches) : undefined;
}

/** Why a Location cannot be gone to at all, or undefined. */
function locationFailure(
  request: PageRequest,
  location: string,
  switches: Switches,
): Failure | undefined {
  const url = locationUrl(location, currentUrl(request), switches);
  if (!url) return failureOf("actual", "redirect-location", location);
  return isHttp(url) ? undefined : failureOf("actual", "redirect-scheme", url.href);
}

function asksForLostBodyType(request: PageRequest, switches: Switches): boolean {
  if (request.initiator !== "xhr" || !switches.xhrAsksForLostBodyType) return false;
  if (request.forcePreflight || !request.hasBodyType || request.tainting === "basic") return false;
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
  const referrerPolicy = parseReferrerPolicy(headers.get("referrer-policy"));
  const outlives = request.keepalive && request.initiator !== "beacon";
  const keepsCut = switches.cutReferrerStays && (outlives || referrerPolicy !== "");
  const stays = haveSameOrigin(currentUrl(request), url);
  const isLostDelete = switches.foreignDeleteBecomesGet && request.method === "DELETE" && !stays;
  const losesBody = becomesGet(request.method, status);
  const rewritten = isLostDelete || losesBody;
  const isForeign = !isSameOrigin(request.pageOrigin, url);
  // Redirects of a request that outlives its page are not Blink's, which drops them.
  const hints = isForeign && !request.keepalive ? switches.redirectDrops : [];
  const authorization = stays ? [] : ["authorization"];
  const body = losesBody ? bodyHeaders : [];
  const staysHome = request.tainting === "basic" && !isForeign;
  const agent = staysHome && switches.redirectAtHomeDropsUserAgent ? ["user-agent"] : [];
  const others = [...authorization, ...hints, ...agent];
  const named = losesBody && asksForLostBodyType(request, switches) ? [] : body;
  const dropped = [...staysDropped(request, switches), ...named, ...others];
  return {
    ...request,
    method: rewritten ? "GET" : request.method,
    body: rewritten ? null : request.body,
    headers: withoutHeaders(returning(request, status, isForeign, switches), ...body, ...others),
    dropped,
    referrer: keepsCut ? refererHeader(request, switches) : request.referrer,
    referrerPolicy: referrerPolicy || request.referrerPolicy,
    sentOrigin: originHeader(request, switches),
    urls: [...request.urls, url],
  };
}

/** The headers with those that an earlier redirect has dropped, and this one gives back. */
function returning(
  request: PageRequest,
  status: number,
  isForeign: boolean,
  switches: Switches,
): HeaderList {
  const { headers, judgedHeaders, firstMethod, tainting, mode } = request;
  const isBeacon = request.initiator === "beacon";
  const isKept = !becomesGet(firstMethod, status);
  const rules = {
    never: [],
    "by-first-method": isKept && !isBeacon && !isForGood(request) ? bodyHeaders : [],
    cors:
      mode === "cors" && (isForeign || tainting === "cors")
        ? bodyHeaders
        : status >= 307
          ? ["content-type"]
          : [],
  } as const;
  const back: readonly string[] = [
    ...rules[switches.bodyHeadersReturn],
    ...(switches.authorizationReturns ? ["authorization"] : []),
  ];
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return judgedHeaders.filter(([name]) => {
    const key = name.toLowerCase();
    return names.has(key) || back.includes(key);
  });
}

/** Whether its type came with the body of an XMLHttpRequest: once dropped, it is for good. */
function isForGood({ initiator, hasBodyType }: PageRequest): boolean {
  return initiator === "xhr" && hasBodyType;
}

function staysDropped(request: PageRequest, { bodyHeadersReturn }: Switches): readonly string[] {
  if (bodyHeadersReturn !== "by-first-method" || !isForGood(request)) return [];
  return request.dropped.filter((name) => bodyHeaders.some((own) => own === name));
}
