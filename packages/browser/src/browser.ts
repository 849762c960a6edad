import type { Exchange } from "./exchange.ts";
import { fetchForPage } from "./fetch-algorithm.ts";
import type { ObjectUrls } from "./object-urls.ts";
import { createObjectUrls } from "./object-urls.ts";
import { originOf } from "./fetch/origin.ts";
import type { RegistrableDomain } from "./fetch/site.ts";
import type { PreflightCache, PreflightStore } from "./preflight/cache.ts";
import { createPreflightStore } from "./preflight/create-store.ts";
import type { Profile } from "./profile.ts";
import { profiles } from "./profile.ts";
import { createPageRequest } from "./request/create-request.ts";
import type { PageRequestInit } from "./request/create-request.ts";
import type { EmbedderPolicy, PageClient } from "./request/page-client.ts";
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
  /**
   * Tells which part of a host name one owner registered, by the public suffix list; `getDomain` of
   * `tldts` fits. Without it hosts are one site when they are equal, or one is a subdomain of the
   * other. `Sec-Fetch-Site`, `Cross-Origin-Resource-Policy: same-site` and cookies ask it.
   *
   * @example
   * import { getDomain } from "tldts";
   * createBrowser({ network, registrableDomain: getDomain });
   */
  readonly registrableDomain?: RegistrableDomain;
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
  /** What `URL.createObjectURL` does on this page; `fetch` takes its URL. */
  createObjectURL(blob: Blob): string;
  /** What `URL.revokeObjectURL` does. */
  revokeObjectURL(url: string): void;
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
   * @param options the policies its document was served with
   * @throws TypeError when it is neither
   */
  open(url: string | URL, options?: PageOptions): Page;
}

/** What the document of a page was served with. */
export interface PageOptions {
  /**
   * Its `Referrer-Policy`.
   *
   * @default "strict-origin-when-cross-origin"
   */
  readonly referrerPolicy?: ReferrerPolicy;
  /**
   * Its `Cross-Origin-Embedder-Policy`.
   *
   * @default "unsafe-none"
   */
  readonly embedderPolicy?: EmbedderPolicy;
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
  const { network, profile = "spec", now = Date.now, registrableDomain } = options;
  const switches = profiles[profile];
  const cache = createPreflightStore(switches, now);
  const objectUrls = createObjectUrls();
  let requests = 0;
  const nextId = (): number => {
    requests += 1;
    return requests;
  };
  const opener = { network, profile, cache, objectUrls, nextId, registrableDomain };
  return {
    profile,
    preflightCache: cache,
    open: (url, pageOptions = {}) => openPage(String(url), pageOptions, opener),
  };
}

interface Opener {
  readonly network: Network;
  readonly profile: Profile;
  readonly cache: PreflightStore;
  readonly objectUrls: ObjectUrls;
  readonly nextId: () => number;
  readonly registrableDomain: RegistrableDomain | undefined;
}

function clientOf(url: string, options: PageOptions, opener: Opener): PageClient {
  return {
    url: url === "null" ? undefined : new URL(url).href,
    referrerPolicy: options.referrerPolicy ?? "",
    embedderPolicy: options.embedderPolicy ?? "unsafe-none",
    registrableDomain: opener.registrableDomain,
  };
}

function openPage(url: string, options: PageOptions, opener: Opener): Page {
  const { network, profile, cache, objectUrls, nextId } = opener;
  const client = clientOf(url, options, opener);
  const pageOrigin = client.url === undefined ? "null" : originOf(new URL(client.url));
  const switches = profiles[profile];
  const exchanges: Exchange[] = [];
  const transport = createTransport({
    network,
    profile,
    switches,
    cache,
    objectUrls,
    exchanges,
  });
  return {
    origin: pageOrigin,
    exchanges,
    createObjectURL: (blob) => objectUrls.create(blob, pageOrigin),
    revokeObjectURL: (blobUrl) => objectUrls.revoke(blobUrl),
    async fetch(input, init = {}) {
      const context = { id: nextId(), pageOrigin, client, switches };
      const request = await createPageRequest(input, init, context);
      return fetchForPage(request, transport);
    },
  };
}
