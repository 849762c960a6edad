import { withoutHeaders } from "../fetch/header-list.ts";
import { isSafelistedMethod } from "../fetch/method.ts";
import type { Switches } from "../switches.ts";
import type { PageRequest } from "./page-request.ts";
import { unsafeRequestHeaderNames } from "./safelist.ts";

/** The header names a preflight of this request asks for, sorted. */
export function preflightHeaderNames(request: PageRequest, switches: Switches): readonly string[] {
  const { headers, firstHeaders, judgedHeaders, dropped } = request;
  if (isLikeAtFirst(request, switches)) {
    const asked = request.wasPreflighted ? firstHeaders : headers;
    return unsafeRequestHeaderNames(asked, switches);
  }
  switch (switches.redirectedPreflightAsksFor) {
    case "remaining":
      return unsafeRequestHeaderNames(headers, switches);
    case "original":
      return unsafeRequestHeaderNames(judgedHeaders, switches);
    default:
      return unsafeRequestHeaderNames(withoutHeaders(judgedHeaders, ...dropped), switches);
  }
}

/**
 * Whether the browser has to ask before it sends this.
 *
 * @see https://fetch.spec.whatwg.org/#concept-main-fetch
 */
export function asksFirst(request: PageRequest, switches: Switches): boolean {
  if (isLikeAtFirst(request, switches)) {
    return request.wasPreflighted || unsafeRequestHeaderNames(request.headers, switches).length > 0;
  }
  if (request.forcePreflight || !isSafelistedMethod(request.method)) return true;
  if (request.wasPreflighted && switches.preflightSticks) return true;
  const remains = switches.redirectedPreflightAsksFor === "remaining";
  const isDropping = switches.redirectedPreflightAsksFor === "original-but-dropped";
  const isLost = isDropping && request.initiator === "xhr" && request.hasBodyType;
  const lost = isLost ? request.dropped.filter((name) => name.startsWith("content-")) : [];
  const checked = remains ? request.headers : withoutHeaders(request.judgedHeaders, ...lost);
  return unsafeRequestHeaderNames(checked, switches).length > 0;
}

function isLikeAtFirst({ initiator }: PageRequest, { beaconsAskAsAtFirst }: Switches): boolean {
  return initiator === "beacon" && beaconsAskAsAtFirst;
}
