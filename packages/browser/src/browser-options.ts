import type { RegistrableDomain } from "./fetch/registrable-domain.ts";
import type { AddressSpaces } from "./local-network/address-space.ts";
import type { HttpCache } from "./http-cache/cache-turn.ts";
import type { LocalNetworkAccess } from "./local-network/check.ts";
import type { Network } from "./network.ts";
import type { Profile } from "./profile.ts";

/** What a browser is made of. */
export interface BrowserOptions {
  /**
   * Gets every request that a browser would put on the wire, preflights included, with the headers that
   * only a browser may set. A rejection counts as a network error, which is not CORS.
   *
   * Permitted:
   * - an app's `fetch` handler
   * - a function that passes the request on to the global `fetch` of a server runtime
   *
   * @example A handler
   * ```ts
   * createBrowser({ network: () => Response.json({ data: "hello world" }) });
   * ```
   * @example A real server
   * ```ts
   * createBrowser({ network: (request) => fetch(request) });
   * ```
   */
  readonly network: Network;
  /**
   * Says whose behaviour to model.
   *
   * Permitted:
   * - `"spec"`: the letter of the Fetch standard
   * - `"chromium"`, `"firefox"`, `"webkit"`: that engine, faults included
   *
   * @default "spec"
   * @example Chromium
   * ```ts
   * createBrowser({ network: () => new Response("hello"), profile: "chromium" });
   * ```
   * @example Wrong: a product
   * ```ts
   * // @ts-expect-error write "webkit"
   * createBrowser({ network: () => new Response("hello"), profile: "safari" });
   * ```
   */
  readonly profile?: Profile;
  /**
   * Tells the time of the preflight cache, in milliseconds.
   *
   * @default Date.now
   * @example A test that lets ten minutes pass
   * ```ts
   * let now = 0;
   * createBrowser({ network: () => new Response("hello"), now: () => now });
   * now += 600_000;
   * ```
   */
  readonly now?: () => number;
  /**
   * Tells which part of a host name one owner registered, by the public suffix list; `getDomain` of
   * `tldts` fits. Without it hosts are one site when they are equal, or one is a subdomain of the
   * other. `Sec-Fetch-Site`, `Cross-Origin-Resource-Policy: same-site` and cookies ask it.
   *
   * @example With the public suffix list
   * ```ts
   * import { getDomain } from "tldts";
   * createBrowser({ network: () => new Response("hello"), registrableDomain: getDomain });
   * ```
   */
  readonly registrableDomain?: RegistrableDomain;
  /**
   * Says what the user has answered to "wants to access devices on your local network". Chromium and
   * Firefox ask it for requests from a page on the web to a local network or to the machine itself.
   * Chromium blocks them without asking if the page is no secure context. The other profiles ignore it.
   *
   * Permitted:
   * - `"granted"`: the page may send such requests
   * - `"denied"`: it may not
   *
   * @default undefined: nothing of this is modelled
   * @example A user who allows it
   * ```ts
   * createBrowser({
   *   network: () => new Response("hello"),
   *   profile: "chromium",
   *   localNetworkAccess: "granted",
   * });
   * ```
   */
  readonly localNetworkAccess?: LocalNetworkAccess;
  /**
   * Says which hosts are on a local network, if their names do not tell.
   *
   * Permitted:
   * - an object from a host, or a host and port, to `"public"`, `"local"` or `"loopback"`
   * - a function of the URL that returns one of these, or `undefined`
   *
   * @example A printer, and a port that stands for the web
   * ```ts
   * createBrowser({
   *   network: () => new Response("hello"),
   *   profile: "chromium",
   *   localNetworkAccess: "denied",
   *   addressSpaces: { "printer.example": "local", "localhost:8080": "public" },
   * });
   * ```
   */
  readonly addressSpaces?: AddressSpaces;
  /**
   * Gives the browser an HTTP cache, which `createHttpCache` of `@crossgate/browser/http-cache` makes.
   * A response that was stored for one request then answers another: a CORS request may get one that
   * an `<img>` has left, without CORS headers.
   *
   * @default undefined: every request goes to the network
   * @example The image that poisons the cache
   * ```ts
   * import { createHttpCache } from "@crossgate/browser/http-cache";
   * createBrowser({ network: () => new Response("hello"), httpCache: createHttpCache() });
   * ```
   */
  readonly httpCache?: HttpCache;
}
