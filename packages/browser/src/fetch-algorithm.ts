import { corsCheckFailures } from "./cors-check.ts";
import type { Conclusion, Exchange } from "./exchange.ts";
import { type Failure, failureOf } from "./failure.ts";
import { hasBadPort } from "./fetch/bad-port.ts";
import { isHttp, isSameOrigin } from "./fetch/origin.ts";
import { isBlank, isLocal } from "./local-url.ts";
import type { Transport } from "./transport.ts";
import { parsePreflightAnswer } from "./preflight/answer.ts";
import { preflightFailures } from "./preflight/check.ts";
import type { PageRequest } from "./request/page-request.ts";
import { currentUrl } from "./request/page-request.ts";
import { actualAsker } from "./request/asker.ts";
import { cacheMode } from "./request/cache-mode.ts";
import { determineReferrer } from "./request/referrer.ts";
import { asksFirst } from "./request/preflight-names.ts";
import { hasRedirectStatus, isRedirect } from "./response/is-redirect.ts";
import { blockingResourcePolicy } from "./response/resource-policy.ts";
import { filterResponse, opaqueRedirect } from "./response/filter.ts";
import { locationUrl } from "./location.ts";
import {
  followRedirect,
  manualRedirectFailure,
  redirectFailure,
  unsafeRedirect,
} from "./redirect.ts";
import { passesTimingAllowCheck } from "./timing-allow-origin.ts";

const maxKeepalive = 65_536;

/**
 * Main fetch and HTTP fetch: from a page's request to what the page gets.
 *
 * @throws CorsBlockedError for every network error
 * @see https://fetch.spec.whatwg.org/#concept-main-fetch
 */
export async function fetchForPage(asked: PageRequest, transport: Transport): Promise<Response> {
  const referrer = determineReferrer(asked, transport.switches);
  const firstReferrer = asked.urls.length === 1 ? referrer : asked.firstReferrer;
  const tainting = taintingOf(asked, transport);
  const request = { ...asked, referrer, firstReferrer, tainting };
  if (isLocal(request) || isBlank(request, transport.switches))
    return localFetch(request, transport);
  const local = await localNetworkFailureOf(request, transport);
  if (local) block(local, transport.unsent(request), transport);
  const asks = request.tainting === "cors" && asksFirst(request, transport.switches);
  if (asks && !isGranted(request, transport)) await preflight(request, transport);
  const unsent = withoutNetwork(request, transport);
  if (unsent) block(unsent, transport.unsent(request), transport);
  const { exchange, response } = await transport.send(request, "actual");
  const policy = blockingResourcePolicy(request, response, transport.switches);
  if (policy !== undefined)
    block(failureOf("actual", "embedding-refused", policy), exchange, transport);
  const redirects = leadsElsewhere(request, response, transport);
  const isByHand = request.redirect === "manual" && hasRedirectStatus(response, transport.switches);
  const isMeant = redirects || isByHand;
  const unsafe = unsafeRedirect(request, response, isMeant, transport.switches);
  if (unsafe) block(unsafe, exchange, transport);
  if (request.tainting === "cors") {
    const asker = actualAsker(request, redirects, transport.switches);
    const [failure] = corsCheckFailures(asker, response.headers, "actual");
    if (failure) {
      if (redirects) await askInVain({ ...request, wasPreflighted: asks }, response, transport);
      block(failure, exchange, transport);
    }
  }
  const timingAllowed = passesTimingAllowCheck(request, response.headers);
  if (hasRedirectStatus(response, transport.switches) && request.redirect === "manual") {
    const failure = manualRedirectFailure(request, response, transport.switches);
    if (failure) block(failure, exchange, transport);
    await checkIntegrity(request, exchange, response, transport, "redirect");
    transport.conclude(exchange, { kind: "opaque", timingAllowed });
    return opaqueRedirect(request);
  }
  if (!redirects) {
    const kept = await checkIntegrity(request, exchange, response, transport);
    const kind = request.tainting === "opaque" ? "opaque" : "allowed";
    transport.conclude(exchange, { kind, timingAllowed });
    return filterResponse(request, kept, transport.switches);
  }
  const next = await redirect(request, exchange, response, transport);
  const wasPreflighted = request.wasPreflighted || asks;
  return fetchForPage({ ...next, wasPreflighted, timingAllowFailed: !timingAllowed }, transport);
}

/** Why a request never gets to the network, or undefined. */
function withoutNetwork(request: PageRequest, transport: Transport): Failure | undefined {
  const { cache, keepalive, body } = request;
  const mayAsk = cache !== "only-if-cached" || transport.switches.onlyIfCachedAsksNetwork;
  if (!mayAsk && !transport.holds(request)) return failureOf("actual", "cache-only", "");
  const length = body?.source?.byteLength ?? 0;
  return keepalive && length > maxKeepalive
    ? failureOf("actual", "keepalive-too-large", `${length}`)
    : undefined;
}

/** Why a local network may not be reached, or undefined: loaded where a browser asks for that. */
async function localNetworkFailureOf(
  request: PageRequest,
  transport: Transport,
): Promise<Failure | undefined> {
  const { localNetwork } = transport;
  if (!localNetwork) return undefined;
  const { localNetworkFailure } = await import("./local-network/check.ts");
  const asks = request.tainting === "cors" && asksFirst(request, transport.switches);
  return localNetworkFailure(request, localNetwork, asks);
}

/** A fetch of what the browser has already. */
async function localFetch(request: PageRequest, transport: Transport): Promise<Response> {
  // Few requests are local ones, so that theirs is loaded when one is.
  const { schemeFetch } = await import("./scheme-fetch.ts");
  const response = await schemeFetch(request, transport.objectUrls, transport.switches);
  const isData = currentUrl(request).protocol === "data:";
  if (!response) return refuse(isData ? "data-url-invalid" : "blob-not-found", request, transport);
  const exchange = transport.unsent(request);
  const kept = await checkIntegrity(request, exchange, response, transport);
  return filterResponse(request, kept, transport.switches);
}

/** The response once its bytes have been held against the integrity metadata of the request. */
async function checkIntegrity(
  request: PageRequest,
  exchange: Exchange,
  response: Response,
  transport: Transport,
  kind: "final" | "redirect" = "final",
): Promise<Response> {
  if (request.integrity === "") return response;
  const { passesIntegrity } = await import("./response/integrity.ts");
  const rule = kind === "redirect" ? transport.switches.redirectIntegrity : "bytes";
  return (await passesIntegrity(request, response, rule, transport.switches))
    ? response
    : block(failureOf("actual", "integrity", request.integrity), exchange, transport);
}

/** Whether the response is dealt with as a redirect: under mode "error" the status may be enough. */
function leadsElsewhere(request: PageRequest, response: Response, transport: Transport): boolean {
  const { switches } = transport;
  if (request.redirect !== "error") return isRedirect(response, switches);
  if (!switches.redirectErrorNeedsLocation) return hasRedirectStatus(response, switches);
  return isRedirect(response, switches) && response.headers.get("location") !== "";
}

/** The kind of response the page will get. Once it is not basic, no redirect makes it so again. */
function taintingOf(request: PageRequest, transport: Transport): PageRequest["tainting"] {
  const url = currentUrl(request);
  if (hasBadPort(url)) refuse("bad-port", request, transport, url.port);
  const isOwn = isSameOrigin(request.pageOrigin, url) && request.tainting === "basic";
  const isByHand = request.mode === "no-cors" && request.redirect !== "follow";
  if (url.protocol === "data:" && isByHand && transport.switches.dataNeedsFollow)
    refuse("no-cors-redirect-mode", request, transport);
  if (isOwn || isLocal(request)) return "basic";
  if (isBlank(request, transport.switches)) return "opaque";
  if (request.mode === "same-origin") {
    const isFirst = request.urls.length === 1;
    refuse(isFirst ? "mode-same-origin" : "redirect-mode-same-origin", request, transport);
  }
  if (request.mode === "no-cors") {
    if (request.redirect !== "follow") refuse("no-cors-redirect-mode", request, transport);
    if (!isHttp(url)) refuse("scheme-not-http", request, transport, schemeNamed(request));
    return "opaque";
  }
  if (!isHttp(url)) refuse("scheme-not-http", request, transport, schemeNamed(request));
  return "cors";
}

/** Whether an earlier preflight has allowed this request. */
function isGranted(request: PageRequest, { cache, switches }: Transport): boolean {
  if (switches.cacheModesWithoutLookup.includes(cacheMode(request, switches))) return false;
  return cache.covers(request);
}

/** @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 */
async function preflight(request: PageRequest, transport: Transport): Promise<void> {
  const { switches, cache } = transport;
  const { exchange, response } = await transport.send(request, "preflight");
  const failures = preflightFailures(request, response, switches);
  const answer = parsePreflightAnswer(request, response.headers, switches);
  const [failure] = failures;
  if (!failure) {
    const mode = cacheMode(request, switches);
    if (!switches.cacheModesWithoutStore.includes(mode)) cache.store(request, answer);
    transport.conclude(exchange, { kind: "allowed", timingAllowed: false });
    return;
  }
  const isRefusal = failure.code === "method-not-allowed" || failure.code === "header-not-allowed";
  if (isRefusal && switches.cachesRefusals) cache.store(request, answer);
  block(failure, exchange, transport);
}

/** @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch */
async function redirect(
  request: PageRequest,
  exchange: Exchange,
  response: Response,
  transport: Transport,
): Promise<PageRequest> {
  const location = response.headers.get("location") ?? "";
  const url = locationUrl(location, currentUrl(request), transport.switches);
  const failure = redirectFailure(request, response.status, location, transport.switches);
  if (request.redirect === "error") {
    const isFirst =
      failure?.code === "redirect-userinfo" && transport.switches.userinfoBeforeErrorMode;
    const forbidden = failureOf("actual", "redirect-forbidden", url?.href ?? location);
    block(isFirst ? failure : forbidden, exchange, transport);
  }
  if (!url) return block(failureOf("actual", "redirect-location", location), exchange, transport);
  const next = followRedirect(request, response, url, transport.switches);
  if (failure) {
    const leavesHome = failure.code === "redirect-userinfo" && request.tainting === "basic";
    if (leavesHome) await askInVain(request, response, transport);
    block(failure, exchange, transport);
  }
  transport.conclude(exchange, { kind: "redirected", location: url.href });
  return next;
}

/**
 * The preflight that `refusesAfterPreflight` is about: sent for a redirect that is refused
 * afterwards.
 */
async function askInVain(
  request: PageRequest,
  response: Response,
  transport: Transport,
): Promise<void> {
  const { switches } = transport;
  const url = locationUrl(response.headers.get("location") ?? "", currentUrl(request), switches);
  if (!switches.refusesAfterPreflight || request.redirect !== "follow" || !url) return;
  const asker = actualAsker(request, false, switches);
  const passes = corsCheckFailures(asker, response.headers, "actual").length === 0;
  if (request.tainting === "cors" && !passes) return;
  const next = followRedirect(request, response, url, switches);
  const asking: PageRequest = { ...next, tainting: "cors" };
  if (asksFirst(asking, switches) && !isGranted(asking, transport)) {
    await preflight(asking, transport);
  }
}

function block(failure: Failure, exchange: Exchange, transport: Transport): never {
  transport.forgetAfterFailure(failure, exchange.state);
  const conclusion: Conclusion = { kind: "blocked", failure };
  throw transport.errorOf(failure, transport.conclude(exchange, conclusion));
}

/** Blocks a request that was not sent. */
function refuse(
  code: Failure["code"],
  request: PageRequest,
  transport: Transport,
  failedParameter = "",
): never {
  block(
    { ...failureOf("actual", code, ""), failedParameter },
    transport.unsent(request),
    transport,
  );
}

/** The scheme, which `fetch` alone names. */
function schemeNamed(request: PageRequest): string {
  return request.initiator === "fetch" ? currentUrl(request).protocol.slice(0, -1) : "";
}
