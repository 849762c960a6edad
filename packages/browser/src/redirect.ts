import type { CorsCode } from "./codes.ts";
import type { Failure } from "./failure.ts";
import { withoutHeaders } from "./fetch/header-list.ts";
import { haveSameOrigin, isHttp, isSameOrigin } from "./fetch/origin.ts";
import type { PageRequest } from "./request/page-request.ts";
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
): Failure | undefined {
  const url = locationUrl(location, currentUrl(request));
  if (!url) return failure("redirect-location", location);
  if (!isHttp(url)) return failure("redirect-scheme", url.href);
  if (request.urls.length > maxRedirects) return failure("redirect-too-many", url.href);
  const hasUserinfo = url.username !== "" || url.password !== "";
  const isForeign = request.mode === "cors" && !isSameOrigin(request.pageOrigin, url);
  if (hasUserinfo && (isForeign || request.tainting === "cors")) {
    return failure("redirect-userinfo", url.href);
  }
  if (status !== 303 && request.body?.stream) return failure("redirect-stream-body", url.href);
  return undefined;
}

function failure(code: CorsCode, detail: string): Failure {
  return { code, phase: "actual", failedParameter: "", detail };
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
export function followRedirect(request: PageRequest, status: number, url: URL): PageRequest {
  const rewritten = becomesGet(request.method, status);
  const stays = haveSameOrigin(currentUrl(request), url);
  const dropped = [...(rewritten ? bodyHeaders : []), ...(stays ? [] : ["authorization"])];
  return {
    ...request,
    method: rewritten ? "GET" : request.method,
    body: rewritten ? null : request.body,
    headers: withoutHeaders(request.headers, ...dropped),
    dropped,
    urls: [...request.urls, url],
  };
}
