import type { Exchange } from "../exchange.ts";
import { areSchemelesslySameSite } from "../fetch/site.ts";
import { isTrustworthy } from "../fetch/trustworthy.ts";
import type { HostUrl } from "../host-types.ts";
import { sendsCredentials } from "../request/credentials.ts";
import type { PageRequest } from "../request/page-request.ts";
import { currentUrl } from "../request/page-request.ts";
import type { ParsedCookie } from "./parse.ts";
import { parseSetCookie } from "./parse.ts";
import type { CookieReason } from "./reasons.ts";
import { cookieReasons } from "./reasons.ts";
import type { CookieRules } from "./rules.ts";
import type { ThirdPartyCookies } from "./rules.ts";
import { cookieRules } from "./rules.ts";

/** What becomes of one `Set-Cookie` line. */
export interface CookieFate {
  readonly name: string;
  readonly value: string;
  /** Whether the browser keeps it. */
  readonly kept: boolean;
  /** Whether it is kept for pages of this page's site alone. */
  readonly partitioned: boolean;
  /** Why it is not kept, or not sent back to the URL that set it. */
  readonly reason: CookieReason | undefined;
  /** The same in two sentences; empty where nothing is wrong. */
  readonly explanation: string;
  /** What to change; empty where nothing is wrong. */
  readonly fix: string;
  /** Whether this page's requests with `credentials: "include"` carry it to a URL. */
  sentTo(url: string): boolean;
}

/** What decides besides the exchange. */
export interface CookieOptions {
  /**
   * Tells the time, in milliseconds.
   *
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
  /**
   * Says what the user has chosen for cookies of other sites.
   *
   * Permitted:
   * - `"allowed"`: they are kept and sent
   * - `"partitioned"`: they are kept for pages of this page's site alone
   * - `"blocked"`: they are not kept
   *
   * @default as the engine has it: allowed in Chromium, partitioned in Firefox, blocked in WebKit
   * @example Chromium with third-party cookies off
   * ```ts
   * import { cookiesKept } from "@crossgate/browser/cookies";
   * const page = createBrowser({ network: () => new Response("") }).open("https://myapp.com");
   * await page.fetch("https://api.example.com/", { mode: "no-cors" });
   * page.exchanges.map((exchange) => cookiesKept(exchange, { thirdPartyCookies: "blocked" }));
   * ```
   */
  readonly thirdPartyCookies?: ThirdPartyCookies | undefined;
  /**
   * Says whether no one may set cookies for a whole domain, such as `github.io`. A domain of one label
   * always is one.
   *
   * @default no domain of several labels is one
   */
  readonly isPublicSuffix?: ((domain: string) => boolean) | undefined;
}

/**
 * Says of each cookie of a response whether the browser keeps it, and whether it comes back.
 *
 * @example
 * const [cookie] = cookiesKept(page.exchanges.at(-1)!);
 * cookie.kept; // false
 * cookie.reason; // "same-site"
 * cookie.fix; // "Server: send SameSite=None; Secure."
 *
 * @param exchange one of `page.exchanges`
 * @param options the clock, and the public suffixes
 * @returns a fate for each `Set-Cookie` line, in their order
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-storage-model
 */
export function cookiesKept(
  exchange: Exchange,
  options: CookieOptions = {},
): readonly CookieFate[] {
  const lines = exchange.response?.headers.getSetCookie() ?? [];
  return lines.map((line) => fateOf(line, exchange, options));
}

function fateOf(
  line: string,
  { state, profile, kind }: Exchange,
  options: CookieOptions,
): CookieFate {
  const own = cookieRules[profile];
  const rules = { ...own, thirdParty: options.thirdPartyCookies ?? own.thirdParty };
  const cookie = parseSetCookie(line, rules.checksNames);
  const isOff = kind === "preflight" || !sendsCredentials(state);
  const refusal = isOff ? "credentials-off" : refusalOf(cookie, state, rules, options);
  const isForeign = !isOneSite(state);
  const sentTo = (url: string): boolean =>
    refusal === undefined &&
    cookie !== undefined &&
    whyNotSent(cookie, state, new URL(url)) === undefined;
  const reason = refusal ?? (cookie && whyNotSent(cookie, state, currentUrl(state)));
  const { explanation, fix } = reason ? cookieReasons[reason] : { explanation: "", fix: "" };
  const isAsked = rules.knowsPartitioned && cookie?.attributes.has("partitioned") === true;
  return {
    name: cookie?.name ?? "",
    value: cookie?.value ?? "",
    kept: refusal === undefined,
    partitioned: isForeign && (isAsked || rules.thirdParty === "partitioned"),
    reason,
    explanation,
    fix,
    sentTo,
  };
}

/** Why a cookie is not kept, or undefined. */
function refusalOf(
  cookie: ParsedCookie | undefined,
  state: PageRequest,
  rules: CookieRules,
  options: CookieOptions,
): CookieReason | undefined {
  if (!cookie) return "malformed";
  const url = currentUrl(state);
  const isSecure = cookie.attributes.has("secure");
  const domain = domainFailure(cookie, url, options);
  if (domain) return domain;
  if (isSecure && !isTrustworthy(url)) return "secure-over-http";
  if (rules.checksNames && !keepsPrefix(cookie)) return "prefix";
  const isPartitioned = rules.knowsPartitioned && cookie.attributes.has("partitioned");
  if (isPartitioned && !isSecure) return "partitioned-without-secure";
  const sameSite = sameSiteOf(cookie, rules);
  const isExplicit = cookie.attributes.get("samesite")?.toLowerCase() === "none";
  if (isExplicit && rules.noneNeedsSecure && !isSecure) return "none-without-secure";
  if (!isOneSite(state) && !(rules.thirdParty === "blocked" && isForPage(cookie, state))) {
    if (sameSite !== "none") return "same-site";
    if (rules.thirdParty === "blocked" && !isPartitioned) return "third-party";
  }
  return isExpired(cookie, (options.now ?? Date.now)()) ? "expired" : undefined;
}

/** Whether the cookie is for a domain that the page is in: no one's but its own. */
function isForPage({ attributes }: ParsedCookie, { pageOrigin }: PageRequest): boolean {
  const domain = domainOf(attributes);
  return domain !== "" && URL.canParse(pageOrigin) && isBelow(new URL(pageOrigin).hostname, domain);
}

function domainFailure(
  { attributes }: ParsedCookie,
  { hostname }: HostUrl,
  { isPublicSuffix = () => false }: CookieOptions,
): CookieReason | undefined {
  const domain = domainOf(attributes);
  if (domain === "" || domain === hostname) return undefined;
  if (!hostname.endsWith(`.${domain}`) || /^[0-9.]+$|^\[/.test(hostname)) return "domain-mismatch";
  return domain.includes(".") && !isPublicSuffix(domain) ? undefined : "public-suffix";
}

function domainOf(attributes: ParsedCookie["attributes"]): string {
  return (attributes.get("domain") ?? "").replace(/^\./, "").toLowerCase();
}

function keepsPrefix({ name, value, attributes }: ParsedCookie): boolean {
  const start = (name === "" ? value : name).toLowerCase();
  const isSecure = attributes.has("secure");
  if (start.startsWith("__secure-")) return name !== "" && isSecure;
  if (!start.startsWith("__host-")) return true;
  const hasPath = attributes.get("path") === "/";
  return name !== "" && isSecure && hasPath && domainOf(attributes) === "";
}

function sameSiteOf({ attributes }: ParsedCookie, rules: CookieRules): "lax" | "strict" | "none" {
  const given = attributes.get("samesite")?.toLowerCase();
  return given === "lax" || given === "strict" || given === "none" ? given : rules.sameSiteDefault;
}

function isExpired({ attributes }: ParsedCookie, now: number): boolean {
  const maxAge = attributes.get("max-age");
  if (maxAge !== undefined && /^-?[0-9]+$/.test(maxAge)) return Number(maxAge) <= 0;
  const expires = Date.parse(attributes.get("expires") ?? "");
  return expires <= now;
}

/** Whether page and server, and all that redirected between them, are one site. */
function isOneSite({ pageOrigin, urls, client }: PageRequest): boolean {
  if (!URL.canParse(pageOrigin)) return false;
  const page = new URL(pageOrigin);
  return urls.every((url) => {
    const isOneScheme = url.protocol === page.protocol;
    return (
      isOneScheme && areSchemelesslySameSite(page.hostname, url.hostname, client.registrableDomain)
    );
  });
}

/** Why a kept cookie does not go to a URL, or undefined. */
function whyNotSent(
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

function isBelow(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
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
