import { parseCookieDate } from "./cookie-date.ts";
import type { ParsedCookie } from "./parse.ts";
import type { CookieRules } from "./rules.ts";

/** Whether a cookie has expired before it was kept. */
export function isExpired({ attributes }: ParsedCookie, rules: CookieRules, now: number): boolean {
  const maxAge = attributes.get("max-age") ?? "";
  const expires = parseCookieDate(attributes.get("expires") ?? "", rules);
  const names = [...attributes.keys()];
  const isBehind = names.indexOf("expires") > names.indexOf("max-age") && !Number.isNaN(expires);
  if (rules.lastLifetimeCounts && isBehind) return expires <= now;
  if (rules.minusEnds && maxAge.startsWith("-")) return true;
  const shape = rules.plusCounts ? /^[+-]?[0-9]+$/ : /^-?[0-9]+$/;
  return shape.test(maxAge) ? Number(maxAge) <= 0 : expires <= now;
}
