import type { Exchange } from "../exchange.ts";
import { sendsCredentials } from "../request/credentials.ts";
import { currentUrl } from "../request/page-request.ts";
import { whyNotSent } from "./not-sent.ts";
import { isOneSite } from "./one-site.ts";
import type { CookieOptions } from "./options.ts";
import { parseSetCookie } from "./parse.ts";
import { cookieReasons } from "./reasons.ts";
import type { CookieReason } from "./reasons.ts";
import { refusalOf } from "./refusal.ts";
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
