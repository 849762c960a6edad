import type {
  EventSourceOptions,
  EventSourceResult,
  LoadOptions,
  Loadable,
  Loaded,
  WebSocketResult,
  XhrOptions,
  XhrResult,
} from "./contexts/index.ts";
import type { Exchange } from "./exchange.ts";
import type { HostBlob, HostBody } from "./host-types.ts";
import type { PageFetch } from "./request/init.ts";

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
