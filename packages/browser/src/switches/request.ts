import type { CacheMode } from "../host-types.ts";

/** How `XMLHttpRequest` makes UTF-8 of a charset that is not. */
export type CharsetRewriting =
  | "none"
  | "serialize"
  | "serializeUnlessEmpty"
  | "exchange"
  | "exchangeFromLast";

/** What a request carries besides. */
export interface RequestSwitches {
  /** Under "no-cors" a `data:` URL loads with redirect mode "follow" alone. */
  readonly dataNeedsFollow: boolean;

  /** A `User-Agent` the page set does not leave the browser. */
  readonly keepsUserAgent: boolean;

  /** Bytes from 0x80 on go over the wire as the UTF-8 of the characters they stand for in Latin-1. */
  readonly sendsHeadersAsUtf8: boolean;

  /** Names of which one line alone is sent: the last, or of the `Content-Type` of a body that was not redirected the first: lower case. */
  readonly singletonHeaders: readonly string[];

  /** How XMLHttpRequest turns the charset of a `Content-Type` into UTF-8, for a text and for a form. */
  readonly xhrCharset: { readonly text: CharsetRewriting; readonly form: CharsetRewriting };

  /** A `Content-Type` is safelisted or not by what a script set, before XMLHttpRequest exchanges its charset. */
  readonly judgesTypeAsSet: boolean;

  /** What a conditional header makes of cache mode "default", by who asks. */
  readonly conditionalCacheMode: Readonly<Record<"fetch" | "xhr", CacheMode>>;

  /**
   * What a `ReadableStream` is as a body: a stream, the text a script would get of it, or refused. With
   * "cors" it is a stream, and its request has that mode in place of "same-origin".
   */
  readonly streamBody: "stream" | "cors" | "text" | "refused";

  /** Cache mode "only-if-cached" asks the network where the cache has nothing. */
  readonly onlyIfCachedAsksNetwork: boolean;

  /** A request without credentials by the embedder policy asks caches for a fresh response. */
  readonly credentiallessSkipsCaches: boolean;

  /** A GET for one range of bytes names it in its shortest form. */
  readonly rewritesRange: boolean;

  /** Requests from the web to a local network need a permission. */
  readonly asksForLocalNetwork: boolean;

  /** Such a request needs a secure page, too, and the address space that its page names. */
  readonly localNetworkHeedsPage: boolean;

  /** The type of a body goes along under "no-cors", whatever it is. */
  readonly noCorsKeepsBodyType: boolean;

  /** An empty body is none where something listens on its upload: no `Content-Length`, POST and PUT apart. */
  readonly listenerDropsEmptyBody: boolean;

  /** `about:blank` can be fetched under "no-cors". */
  readonly noCorsLoadsAboutBlank: boolean;
}
