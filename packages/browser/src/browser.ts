import type { Exchange } from "./exchange.ts";
import { fetchForPage } from "./fetch-algorithm.ts";
import { originOf } from "./fetch/origin.ts";
import type { PreflightCache, PreflightStore } from "./preflight/cache.ts";
import { createPreflightStore } from "./preflight/create-store.ts";
import type { Profile } from "./profile.ts";
import { profiles } from "./profile.ts";
import { createPageRequest } from "./request/create-request.ts";
import type { PageRequestInit } from "./request/create-request.ts";
import { createTransport } from "./transport.ts";
import type { Network } from "./transport.ts";

/** What a browser is made of. */
export interface BrowserOptions {
  /**
   * Gets every request a browser would put on the wire, preflights included, with the headers only
   * a browser may set. An app's `fetch` handler fits; so does the global `fetch` of a server
   * runtime. What it rejects with counts as a network error, which is not CORS.
   */
  readonly network: Network;
  /**
   * Whose behaviour to model.
   *
   * @default "spec"
   */
  readonly profile?: Profile;
  /**
   * The clock of the preflight cache, in milliseconds.
   *
   * @default Date.now
   */
  readonly now?: () => number;
}

/** A page that a browser has open. */
export interface Page {
  /** The origin, as the browser serialises it; `null` for an opaque one. */
  readonly origin: string;
  /** Every request this page has caused, preflights included, in order. */
  readonly exchanges: readonly Exchange[];
  /**
   * What `fetch` does in a browser.
   *
   * @returns what a script may see of the response
   * @throws CorsBlockedError where the browser keeps the response from the page
   * @throws TypeError where already the request is impossible
   */
  fetch(input: string | URL | Request, init?: PageRequestInit): Promise<Response>;
}

/** A browser, as far as CORS goes. */
export interface Browser {
  readonly profile: Profile;
  /** What preflights have granted so far, to all pages. */
  readonly preflightCache: PreflightCache;
  /**
   * Opens a page.
   *
   * @param url the page's URL or origin; `"null"` for one with an opaque origin, as sandboxed
   * frames and `data:` URLs have
   * @throws TypeError when it is neither
   */
  open(url: string | URL): Page;
}

/**
 * Makes a browser that enforces CORS against a network of your own: the Fetch standard's client
 * side, without a browser.
 *
 * @example
 * const browser = createBrowser({ network: app.fetch });
 * const page = browser.open("https://myapp.com");
 * const response = await page.fetch("https://api.example.com/data", { credentials: "include" });
 * response.headers; // only what a script may see
 *
 * @param options the network, whose behaviour to model, and the clock
 * @returns a browser with an empty preflight cache
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function createBrowser(options: BrowserOptions): Browser {
  const { network, profile = "spec", now = Date.now } = options;
  const switches = profiles[profile];
  const cache = createPreflightStore(switches, now);
  let requests = 0;
  const nextId = (): number => {
    requests += 1;
    return requests;
  };
  return {
    profile,
    preflightCache: cache,
    open: (url) => openPage(String(url), { network, profile, cache, nextId }),
  };
}

interface Opener {
  readonly network: Network;
  readonly profile: Profile;
  readonly cache: PreflightStore;
  readonly nextId: () => number;
}

function openPage(url: string, opener: Opener): Page {
  const { network, profile, cache, nextId } = opener;
  const baseUrl = url === "null" ? undefined : url;
  const pageOrigin = baseUrl === undefined ? "null" : originOf(new URL(baseUrl));
  const switches = profiles[profile];
  const exchanges: Exchange[] = [];
  const transport = createTransport({ network, profile, switches, cache, exchanges });
  return {
    origin: pageOrigin,
    exchanges,
    async fetch(input, init = {}) {
      const context = { id: nextId(), pageOrigin, baseUrl, switches };
      const request = await createPageRequest(input, init, context);
      return fetchForPage(request, transport);
    },
  };
}
