import { isTrustworthy } from "../fetch/trustworthy.ts";
import type { HostUrl } from "../host-types.ts";
import { currentUrl } from "../request/page-request.ts";
import type { PageRequest } from "../request/page-request.ts";
import { domainOf, isBelow } from "./domain.ts";
import type { ParsedCookie } from "./parse.ts";
import type { CookieReason } from "./reasons.ts";

/** Why a kept cookie does not go to a URL, or undefined. */
export function whyNotSent(
  cookie: ParsedCookie,
  state: PageRequest,
  url: HostUrl,
): CookieReason | undefined {
  const setter = currentUrl(state);
  const domain = domainOf(cookie.attributes);
  const isHost = domain === "" ? url.hostname === setter.hostname : isBelow(url.hostname, domain);
  if (!isHost) return "host";
  if (cookie.attributes.has("secure") && !isTrustworthy(url)) return "secure-over-http";
  return matchesPath(pathOf(cookie, setter), url.pathname) ? undefined : "path";
}

function pathOf({ attributes }: ParsedCookie, { pathname }: HostUrl): string {
  const given = attributes.get("path") ?? "";
  if (given.startsWith("/")) return given;
  return pathname.slice(0, Math.max(1, pathname.lastIndexOf("/")));
}

function matchesPath(path: string, pathname: string): boolean {
  if (path === pathname) return true;
  return pathname.startsWith(path) && (path.endsWith("/") || pathname[path.length] === "/");
}
