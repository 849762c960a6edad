import { haveSameOrigin, isSameOrigin } from "../fetch/origin.ts";
import type { Switches } from "../switches.ts";
import { currentUrl } from "./page-request.ts";
import type { PageRequest } from "./page-request.ts";

/**
 * Whether a redirect has led from one foreign origin to another. From then on the server can no
 * longer be told which page asked, and the origin reads `null`.
 *
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
export function hasTaintedOrigin(request: PageRequest): boolean {
  return request.urls.some((url, index) => {
    const last = request.urls[index - 1];
    if (!last) return false;
    return !haveSameOrigin(url, last) && !isSameOrigin(request.pageOrigin, last);
  });
}

/** @see https://fetch.spec.whatwg.org/#serializing-a-request-origin */
export function serializeRequestOrigin(request: PageRequest): string {
  return hasTaintedOrigin(request) ? "null" : request.pageOrigin;
}

/** The origin a preflight names, and is checked against. */
export function preflightOrigin(request: PageRequest, switches: Switches): string {
  return switches.preflightNamesPage ? request.pageOrigin : serializeRequestOrigin(request);
}

/**
 * The `Origin` header of an actual request; undefined where the browser sends none.
 *
 * @see https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
export function originHeader(request: PageRequest, switches: Switches): string | undefined {
  const origin = serializeRequestOrigin(request);
  if (request.tainting === "cors" || request.traits.namesOrigin) return origin;
  const isKept = request.sentOrigin !== undefined && !hasJustChangedOrigin(request);
  if (isKept && switches.redirectKeepsOriginHeader) return request.sentOrigin;
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  const hides = switches.noCorsRedirectHidesOrigin && hasChangedOrigin(request);
  if (request.mode === "no-cors" && hides) return "null";
  const isNamed = switches.crossingNamesOrigin && hasJustChangedOrigin(request);
  const heeds = request.mode !== "cors" && switches.originHeedsReferrerPolicy && !isNamed;
  const isWithout = !request.hasReferrer && switches.noReferrerHidesOrigin;
  const isHidden = isWithout || hidesOrigin(request);
  return heeds && isHidden ? "null" : origin;
}

function hasChangedOrigin({ urls: [first, ...others] }: PageRequest): boolean {
  return others.some((url) => !haveSameOrigin(first, url));
}

/** Whether the redirect that led here crossed origins. */
export function hasJustChangedOrigin({ urls }: PageRequest): boolean {
  const [last, current] = urls.slice(-2);
  return last !== undefined && current !== undefined && !haveSameOrigin(last, current);
}

function hidesOrigin(request: PageRequest): boolean {
  switch (request.referrerPolicy) {
    case "no-referrer":
      return true;
    case "same-origin":
      return !isSameOrigin(request.pageOrigin, currentUrl(request));
    case "unsafe-url":
    case "origin":
    case "origin-when-cross-origin":
      return false;
    default:
      return request.pageOrigin.startsWith("https:") && currentUrl(request).protocol !== "https:";
  }
}
