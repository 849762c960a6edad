import { isTrustworthy } from "../fetch/trustworthy.ts";
import type { HostUrl } from "../host-types.ts";
import { currentUrl } from "../request/page-request.ts";
import type { PageRequest } from "../request/page-request.ts";
import { domainOf, isBelow } from "./domain.ts";
import { isExpired } from "./lifetime.ts";
import { isOneSite } from "./one-site.ts";
import type { CookieOptions } from "./options.ts";
import type { ParsedCookie } from "./parse.ts";
import { keepsPrefix } from "./prefix.ts";
import type { CookieReason } from "./reasons.ts";
import type { CookieRules } from "./rules.ts";

/** Why a cookie is not kept, or undefined. */
export function refusalOf(
  cookie: ParsedCookie | undefined,
  state: PageRequest,
  rules: CookieRules,
  options: CookieOptions,
): CookieReason | undefined {
  if (!cookie) return "malformed";
  if (cookie.name === "" && cookie.value.includes("=") && !rules.namelessTakesEquals)
    return "malformed";
  const url = currentUrl(state);
  const isSecure = cookie.attributes.has("secure");
  const domain = domainFailure(cookie, url, rules, options);
  if (domain) return domain;
  if (isSecure && !isTrustworthy(url)) return "secure-over-http";
  if (rules.checksNames && !keepsPrefix(cookie, rules)) return "prefix";
  const isPartitioned = rules.knowsPartitioned && cookie.attributes.has("partitioned");
  if (isPartitioned && !isSecure) return "partitioned-without-secure";
  const sameSite = sameSiteOf(cookie, rules);
  const isExplicit = cookie.attributes.get("samesite")?.toLowerCase() === "none";
  if (isExplicit && rules.noneNeedsSecure && !isSecure) return "none-without-secure";
  if (!isOneSite(state) && !(rules.thirdParty === "blocked" && isForPage(cookie, state))) {
    if (sameSite !== "none") return "same-site";
    if (rules.thirdParty === "blocked" && !isPartitioned) return "third-party";
  }
  return isExpired(cookie, rules, (options.now ?? Date.now)()) ? "expired" : undefined;
}

/** Whether the cookie is for a domain that the page is in: no one's but its own. */
function isForPage({ attributes }: ParsedCookie, { pageOrigin }: PageRequest): boolean {
  const domain = domainOf(attributes);
  return domain !== "" && URL.canParse(pageOrigin) && isBelow(new URL(pageOrigin).hostname, domain);
}

function domainFailure(
  { attributes }: ParsedCookie,
  { hostname }: HostUrl,
  { dotIsDomain, domainHasCase }: CookieRules,
  { isPublicSuffix = () => false }: CookieOptions,
): CookieReason | undefined {
  const domain = domainOf(attributes);
  const given = attributes.get("domain") ?? "";
  if (domain === "") return given === "." && dotIsDomain ? "domain-mismatch" : undefined;
  if (domain === hostname) return undefined;
  if (domainHasCase && given !== given.toLowerCase()) return "domain-mismatch";
  if (!hostname.endsWith(`.${domain}`) || /^[0-9.]+$|^\[/.test(hostname)) return "domain-mismatch";
  return domain.includes(".") && !isPublicSuffix(domain) ? undefined : "public-suffix";
}

function sameSiteOf({ attributes }: ParsedCookie, rules: CookieRules): "lax" | "strict" | "none" {
  const given = attributes.get("samesite")?.toLowerCase();
  return given === "lax" || given === "strict" || given === "none" ? given : rules.sameSiteDefault;
}
