import type {
  EventSourceOptions,
  EventSourceResult,
  Loadable,
  Loaded,
  LoadOptions,
  WebSocketResult,
  XhrOptions,
  XhrResult,
} from "./contexts/index.ts";
import type { PageContext } from "./contexts/page-context.ts";
import type { Exchange } from "./exchange.ts";
import type { HostBlob, HostBody, HostUrlLike, ReferrerPolicyName } from "./host-types.ts";
import { fetchForPage } from "./fetch-algorithm.ts";
import type { ObjectUrls } from "./object-urls.ts";
import { createObjectUrls } from "./object-urls.ts";
import { originOf } from "./fetch/origin.ts";
import type { RegistrableDomain } from "./fetch/registrable-domain.ts";
import type { PreflightCache, PreflightStore } from "./preflight/cache.ts";
import { createPreflightStore } from "./preflight/create-store.ts";
import type { Profile } from "./profile.ts";
import { profiles } from "./profile.ts";
import { createPageRequest } from "./request/create-request.ts";
import type { PageFetch, PageRequestInit } from "./request/init.ts";
import type { EmbedderPolicy, PageClient } from "./request/page-client.ts";
import { createTransport } from "./transport.ts";
import type { AddressSpaces } from "./local-network/address-space.ts";
import type { LocalNetworkAccess, LocalNetworkRules } from "./local-network/check.ts";
import type { Words } from "./words.ts";
import type { Network } from "./network.ts";

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
   * Says what the user has answered to "wants to access devices on your local network". Chromium asks it
   * for requests from a page on the web to a local network or to the machine itself. It blocks them
   * without asking if the page is no secure context. Engines that have no such question ignore it.
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
  readonly fetch: PageFetch;
  /**
   * Loads a resource as an element does: an image, a font, a script, a style sheet, media.
   *
   * @example
   * ```ts
   * const page = createBrowser({ network: () => new Response("") }).open("https://myapp.com");
   * const image = await page.load("image", "https://cdn.example/logo.png", { crossorigin: "anonymous" });
   * image.readable; // whether a canvas stays readable with it
   * ```
   * @throws CorsBlockedError where the element gets `error` instead of `load`
   */
  load(what: Loadable, url: string, options?: LoadOptions): Promise<Loaded>;
  /** Sends an `XMLHttpRequest`. Resolves to its outcome, even if it failed. */
  xhr(url: string, options?: XhrOptions): Promise<XhrResult>;
  /** Opens an `EventSource` and reads it to its end, again and again as `reconnections` says. */
  eventSource(url: string, options?: EventSourceOptions): Promise<EventSourceResult>;
  /** What `navigator.sendBeacon` does. Resolves to whether the browser took it. */
  beacon(url: string, data?: HostBody | null): Promise<boolean>;
  /** Shakes hands for a WebSocket: the `Origin` a server gets to see, and no CORS. */
  webSocket(url: string, protocols?: string | readonly string[]): Promise<WebSocketResult>;
  /** What `URL.createObjectURL` does on this page; `fetch` takes its URL. */
  createObjectURL(blob: HostBlob): string;
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
  open(url: string | HostUrlLike, options?: PageOptions): Page;
}

/** What the document of a page was served with. */
export interface PageOptions {
  /**
   * Sets the page's `Referrer-Policy`.
   *
   * Permitted:
   * - `""`: the default
   * - `"no-referrer"`: no `Referer`
   * - `"no-referrer-when-downgrade"`, `"unsafe-url"`: the whole URL, the first never from `https:` to
   *   `http:`
   * - `"origin"`, `"strict-origin"`: the origin alone, the second never from `https:` to `http:`
   * - `"same-origin"`: the whole URL, and nothing to other origins
   * - `"origin-when-cross-origin"`, `"strict-origin-when-cross-origin"`: the whole URL to the page's
   *   origin, the origin alone to others, the second never from `https:` to `http:`
   *
   * @default "strict-origin-when-cross-origin"
   * @example A page that hides its address
   * ```ts
   * const browser = createBrowser({ network: () => new Response("hello") });
   * browser.open("https://myapp.com/orders/1", { referrerPolicy: "no-referrer" });
   * ```
   */
  readonly referrerPolicy?: ReferrerPolicyName;
  /**
   * Sets the page's `Cross-Origin-Embedder-Policy`.
   *
   * Permitted:
   * - `"unsafe-none"`: any resource loads
   * - `"require-corp"`: a resource without CORS needs `Cross-Origin-Resource-Policy`
   * - `"credentialless"`: a resource without CORS loads without cookies
   *
   * @default "unsafe-none"
   * @example A page that is cross-origin isolated
   * ```ts
   * const browser = createBrowser({ network: () => new Response("hello") });
   * browser.open("https://myapp.com", { embedderPolicy: "require-corp" });
   * ```
   */
  readonly embedderPolicy?: EmbedderPolicy;
  /**
   * Says whether the page's origin is opaque.
   *
   * Permitted:
   * - `false`: it is the origin of the page's URL
   * - `true`: it is opaque, as in a frame with `sandbox` and without `allow-same-origin`
   *
   * @default false
   * @example A sandboxed frame
   * ```ts
   * const browser = createBrowser({ network: () => new Response("hello") });
   * browser.open("https://myapp.com/frame", { sandboxed: true }).origin; // "null"
   * ```
   */
  readonly sandboxed?: boolean;
}

/** Makes a browser whose errors say these words. */
export function makeBrowser(options: BrowserOptions, words: Words): Browser {
  const { network, profile = "spec", now = Date.now, registrableDomain } = options;
  const switches = profiles[profile];
  const cache = createPreflightStore(switches, now);
  const objectUrls = createObjectUrls();
  let requests = 0;
  const nextId = (): number => {
    requests += 1;
    return requests;
  };
  const { localNetworkAccess: access, addressSpaces } = options;
  const asksFirst = access !== undefined && switches.asksForLocalNetwork;
  const localNetwork = asksFirst ? { access, addressSpaces } : undefined;
  const opener = {
    words,
    localNetwork,
    network,
    profile,
    cache,
    objectUrls,
    nextId,
    registrableDomain,
  };
  return {
    profile,
    preflightCache: cache,
    open: (url, pageOptions = {}) => openPage(hrefOf(url), pageOptions, opener),
  };
}

interface Opener {
  readonly network: Network;
  readonly profile: Profile;
  readonly cache: PreflightStore;
  readonly objectUrls: ObjectUrls;
  readonly nextId: () => number;
  readonly registrableDomain: RegistrableDomain | undefined;
  readonly localNetwork: LocalNetworkRules | undefined;
  readonly words: Words;
}

function clientOf(url: string, options: PageOptions, opener: Opener): PageClient {
  return {
    url: url === "null" ? undefined : new URL(url).href,
    referrerPolicy: options.referrerPolicy ?? "",
    embedderPolicy: options.embedderPolicy ?? "unsafe-none",
    registrableDomain: opener.registrableDomain,
  };
}

function hrefOf(url: string | HostUrlLike): string {
  return typeof url === "string" ? url : url.href;
}

type ContextMembers = Pick<Page, "load" | "xhr" | "eventSource" | "beacon" | "webSocket">;

/** What few tests need, loaded where one does. */
function contextMembers(page: PageContext): ContextMembers {
  return {
    load: async (what, url, options = {}) =>
      (await import("./contexts/index.ts")).load(what, url, options, page),
    xhr: async (url, options = {}) => (await import("./contexts/index.ts")).xhr(url, options, page),
    eventSource: async (url, options = {}) =>
      (await import("./contexts/index.ts")).eventSource(url, options, page),
    beacon: async (url, data = null) =>
      (await import("./contexts/index.ts")).beacon(url, data, page),
    webSocket: async (url, protocols = []) =>
      (await import("./contexts/index.ts")).webSocket(url, [protocols].flat(), page),
  };
}

function openPage(url: string, options: PageOptions, opener: Opener): Page {
  const { network, profile, cache, objectUrls, localNetwork, words, nextId } = opener;
  const client = clientOf(url, options, opener);
  const isOpaque = client.url === undefined || options.sandboxed === true;
  const pageOrigin = isOpaque ? "null" : originOf(new URL(client.url));
  const switches = profiles[profile];
  const exchanges: Exchange[] = [];
  const transport = createTransport({
    network,
    profile,
    switches,
    cache,
    objectUrls,
    localNetwork,
    words,
    exchanges,
  });
  const context: PageContext = { client, pageOrigin, profile, switches, transport, nextId };
  return {
    ...contextMembers(context),
    origin: pageOrigin,
    exchanges,
    createObjectURL: (blob) => objectUrls.create(blob, pageOrigin),
    revokeObjectURL: (blobUrl) => objectUrls.revoke(blobUrl),
    async fetch(input, init = {}) {
      const context = { id: nextId(), pageOrigin, client, switches };
      const asked = input instanceof Request ? input : hrefOf(input);
      const request = await createPageRequest(asked, init as PageRequestInit, context);
      return fetchForPage(request, transport);
    },
  };
}
