import { parseCookieDate } from "./cookie-date.ts";
import type { ParsedCookie } from "./parse.ts";
import type { CookieRules } from "./rules.ts";

/** Whether a cookie has expired before it was kept. */
export function isExpired(cookie: ParsedCookie, rules: CookieRules, now: number): boolean {
  if (rules.lifetimesInOrder) return endsInOrder(cookie, rules, now);
  const { attributes } = cookie;
  const maxAge = attributes.get("max-age") ?? "";
  const expires = parseCookieDate(attributes.get("expires") ?? "", rules);
  if (rules.minusEnds && maxAge.startsWith("-")) return true;
  const shape = rules.plusCounts ? /^[+-]?[0-9]+$/ : /^-?[0-9]+$/;
  return shape.test(maxAge) ? Number(maxAge) <= 0 : expires <= now;
}

/** A number that is none changes nothing, and an empty one is 0. */
function endsInOrder({ lifetimes }: ParsedCookie, rules: CookieRules, now: number): boolean {
  let isOver = false;
  for (const [name, value] of lifetimes) {
    if (name === "expires") isOver = parseCookieDate(value, rules) <= now;
    else if (/^(?:[+-]?[0-9]+)?$/.test(value)) isOver = Number(value) <= 0;
  }
  return isOver;
}
