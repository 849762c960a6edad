import type { ThirdPartyCookies } from "./rules.ts";

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
