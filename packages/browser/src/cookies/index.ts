export { cookiesKept } from "./cookies-kept.ts";
export type { CookieFate, CookieOptions } from "./cookies-kept.ts";
export type { ThirdPartyCookies } from "./rules.ts";
export { cookieReasons } from "./reasons.ts";
export type { CookieReason } from "./reasons.ts";
