import { haveSameOrigin, isHttp } from "../fetch/origin.ts";
import { isSameSite } from "../fetch/site.ts";
import { isTrustworthy } from "../fetch/trustworthy.ts";
import type { Switches } from "../switches.ts";
import type { PageRequest } from "./page-request.ts";
import { currentUrl } from "./page-request.ts";

const maxLength = 4096;
const policies = new Set<string>([
  "no-referrer",
  "no-referrer-when-downgrade",
  "origin",
  "origin-when-cross-origin",
  "same-origin",
  "strict-origin",
  "strict-origin-when-cross-origin",
  "unsafe-url",
]);

/** Whether the text is one of the eight policies. */
export function isReferrerPolicy(text: string): text is Exclude<ReferrerPolicy, ""> {
  return policies.has(text);
}

/**
 * The policy of a `Referrer-Policy` header: the last token that is one.
 *
 * @see https://w3c.github.io/webappsec-referrer-policy/#parse-referrer-policy-from-header
 */
export function parseReferrerPolicy(value: string | null): ReferrerPolicy {
  const tokens = (value ?? "").split(",").map((token) => token.trim().toLowerCase());
  return tokens.findLast(isReferrerPolicy) ?? "";
}

/**
 * What becomes of a request's referrer at its current URL, where it stays for those that follow.
 *
 * @see https://w3c.github.io/webappsec-referrer-policy/#determine-requests-referrer
 */
export function determineReferrer(request: PageRequest, switches: Switches): string | undefined {
  if (request.referrer === undefined) return undefined;
  const source = new URL(request.referrer);
  if (!isHttp(source)) return undefined;
  const url = currentUrl(request);
  const isOwn = haveSameOrigin(source, url);
  const origin = `${source.origin}/`;
  const full = stripped(source);
  const lowers = switches.referrerSecurity === "scheme" ? leavesHttps : leavesTrust;
  switch (request.referrerPolicy) {
    case "no-referrer":
      return undefined;
    case "origin":
      return origin;
    case "unsafe-url":
      return full;
    case "same-origin":
      return isOwn ? full : undefined;
    case "origin-when-cross-origin":
      if (switches.referrerReturnsHome && !isOneSite(request, source)) return full;
      return isOwn ? full : origin;
    case "no-referrer-when-downgrade":
      return lowers(source, url) ? undefined : full;
    case "strict-origin":
      return lowers(source, url) ? undefined : origin;
    default:
      if (isOwn) return full;
      return lowers(source, url) ? undefined : origin;
  }
}

/** The `Referer` header: the referrer, where the engine lets no policy tell another site more. */
export function refererHeader(request: PageRequest, switches: Switches): string | undefined {
  const { referrer } = request;
  if (referrer === undefined || !switches.crossSiteReferrerIsOrigin) return referrer;
  const source = new URL(referrer);
  return isOneSite(request, source) ? referrer : `${source.origin}/`;
}

function isOneSite(request: PageRequest, source: URL): boolean {
  return isSameSite(source.origin, currentUrl(request), request.client.registrableDomain);
}

function stripped(source: URL): string {
  const url = new URL(source);
  url.username = "";
  url.password = "";
  url.hash = "";
  return url.href.length > maxLength ? `${source.origin}/` : url.href;
}

function leavesHttps(from: URL, to: URL): boolean {
  return from.protocol === "https:" && to.protocol !== "https:";
}

function leavesTrust(from: URL, to: URL): boolean {
  return isTrustworthy(from) && !isTrustworthy(to);
}
