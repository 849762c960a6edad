export { cookiesKept } from "./cookies-kept.ts";
export type { CookieFate } from "./cookies-kept.ts";
export type { CookieOptions } from "./options.ts";
export type { ThirdPartyCookies } from "./rules.ts";
export { cookieReasons } from "./reasons.ts";
export type { CookieReason } from "./reasons.ts";
