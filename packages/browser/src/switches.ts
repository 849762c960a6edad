import type { CacheMode } from "./host-types.ts";
import type { MaxAgeReader } from "./preflight/max-age.ts";
import type { SafelistedExtra } from "./request/safelist-extras.ts";

/** The checks of a preflight response, in the order they are made. */
export type PreflightStep =
  | "redirect"
  | "cors-check"
  | "status"
  | "parse"
  | "parse-methods"
  | "method"
  | "parse-headers"
  | "headers";

/** How `XMLHttpRequest` makes UTF-8 of a charset that is not. */
export type CharsetRewriting = "none" | "serialize" | "exchange" | "exchangeQuoted";

/**
 * Every point where an engine departs from the standard, each one switch. Sources are the engines'
 * own files; each switch is held by the parity run against the real engine.
 */
export interface Switches {
  /** Order of preflight checks. It decides which of several failures is reported, never the outcome. */
  readonly preflightSteps: readonly PreflightStep[];

  /** `Access-Control-Allow-Headers: *` also covers `Authorization`. */
  readonly wildcardCoversAuthorization: boolean;

  /** The same question when the wildcard comes from the preflight cache. */
  readonly cachedWildcardCoversAuthorization: boolean;

  /** How `Access-Control-Max-Age` is read and capped. */
  readonly readMaxAge: MaxAgeReader;

  /** One cache entry per method and header name, or the whole response per URL. */
  readonly cachesPreflight: "tokens" | "answers";

  /**
   * The meaning of a `*` in the cache. It is any name if the cached request (`entry`) or the new
   * one (`request`) went without credentials, or the literal name.
   */
  readonly cachedWildcard: "entry" | "request" | "literal";

  /** Methods that need no cached permission. */
  readonly cacheExemptsMethods: readonly string[];

  /** A forced preflight is only skipped when its method was cached by name. */
  readonly forcedNeedsCachedMethod: boolean;

  /** A response to a credentialed preflight also serves requests without credentials. */
  readonly credentialedAnswerServesAll: boolean;

  /** A response that did not allow its own request is cached too. */
  readonly cachesRefusals: boolean;

  /** Whose origin keys the cache once redirects have turned the request's own into `null`. */
  readonly taintedCacheKey: "null" | "page" | "none";

  /** Under what the preflights of a page with an opaque origin are cached: `null`, or the request alone. */
  readonly opaqueCacheKey: "null" | "request";

  /** Which failures drop the cached preflights of that URL; "error" is the redirect mode. */
  readonly failureClearsCache: "any" | "any-but-error-mode" | "none";

  /** A forced preflight without Allow-Methods is taken to allow the request's own method. */
  readonly forcedPreflightAssumesMethod: boolean;

  /** An upload listener forces a preflight only when there is something to upload. */
  readonly forcedPreflightNeedsBody: boolean;

  /** Header lines of one name are checked each, or joined first. */
  readonly safelistReads: "lines" | "joined";

  /** A name that is not safelisted is asked for once per line, not once. */
  readonly asksPerLine: boolean;

  /**
   * The headers for which a preflight asks after a redirect has dropped some. They are those that
   * are left, or those that the page set. Or they are those that the page set without the ones that
   * the last redirect dropped, with a preflight even if none is left.
   */
  readonly redirectedPreflightAsksFor: "remaining" | "original" | "original-but-dropped";

  /**
   * A beacon that was preflighted is preflighted after every redirect, for the headers with which
   * it began. For one that was not, the headers that it still has decide.
   */
  readonly beaconsAskAsAtFirst: boolean;

  /** Once preflighted, every hop of the request is preflighted. */
  readonly preflightSticks: boolean;

  /**
   * A preflight names the page even if redirects have turned the request's origin into `null`. If
   * they have led back to the page's own origin, its response needs no CORS headers.
   */
  readonly preflightNamesPage: boolean;

  /**
   * A redirect is held to the rules of credentials where the page asked its own origin first, with
   * credentials "same-origin".
   */
  readonly redirectCheckKeepsCredentials: boolean;

  /** Request headers no preflight asks for, however long or odd: lower-case names. */
  readonly neverAsksFor: readonly string[];

  /** Request headers a redirect to a foreign origin drops, besides `Authorization`: lower-case names. */
  readonly redirectDrops: readonly string[];

  /** Bytes from 0x80 on make a request header unsafe. */
  readonly nonAsciiIsUnsafe: boolean;

  /** `fetch` follows no redirect to a URL with a user name or password, not even at home. */
  readonly fetchRefusesUserinfo: boolean;

  /**
   * Some redirects are refused only after the next URL has had its preflight. They lead from the
   * page's own origin to a user name or password, or `redirectCheckKeepsCredentials` alone refuses
   * them.
   */
  readonly refusesAfterPreflight: boolean;

  /** Redirect mode "error" is looked at after the check for user names and passwords. */
  readonly userinfoBeforeErrorMode: boolean;

  /** Any change of origin over redirects turns the `Origin` of a "no-cors" request into `null`. */
  readonly noCorsRedirectHidesOrigin: boolean;

  /** When a referrer is withheld from a URL of less security: from https to any other scheme, or by trustworthiness. */
  readonly referrerSecurity: "scheme" | "trust";

  /** A preflight names the referrer of the first URL, cut down to its origin on another site. */
  readonly preflightNamesFirstReferrer: boolean;

  /** A preflight carries the `User-Agent` the page set. */
  readonly preflightCarriesUserAgent: boolean;

  /** A preflight whose `Origin` is `null` because of redirects is `cross-site`. */
  readonly preflightSiteHeedsTaint: boolean;

  /** A redirect at home drops the `User-Agent` the page set. */
  readonly redirectAtHomeDropsUserAgent: boolean;

  /** A `User-Agent` the page set does not leave the browser. */
  readonly keepsUserAgent: boolean;

  /** A page with an opaque origin that has a URL sends the origin of that URL. */
  readonly opaquePageHasReferrer: boolean;

  /**
   * A request lacks the fields that the network layer adds (`Sec-Fetch-*`, `Accept-Encoding:
   * identity`) if a redirect has just changed its origin.
   */
  readonly addsNothingAfterRedirect: boolean;

  /** After a redirect, a host without registrable domain (an address, `localhost`) is `cross-site` unless same origin. */
  readonly redirectedAddressIsCrossSite: boolean;

  /** A line of a response header that is empty counts for nothing beside others of its name. */
  readonly skipsEmptyLines: boolean;

  /** An empty line of a header ends what lines of its name before it said. */
  readonly emptyLineResets: boolean;

  /** Bytes from 0x80 on go over the wire as the UTF-8 of the characters they stand for in Latin-1. */
  readonly sendsHeadersAsUtf8: boolean;

  /** Names of which one line alone is sent: the last, or of the `Content-Type` of a body that was not redirected the first: lower case. */
  readonly singletonHeaders: readonly string[];

  /** How XMLHttpRequest turns the charset of a `Content-Type` into UTF-8, for a text and for a form. */
  readonly xhrCharset: { readonly text: CharsetRewriting; readonly form: CharsetRewriting };

  /** What a conditional header makes of cache mode "default", by who asks. */
  readonly conditionalCacheMode: Readonly<Record<"fetch" | "xhr", CacheMode>>;

  /** A preflight carries the cache headers of its request. */
  readonly preflightHasCacheHeaders: boolean;

  /** What a `ReadableStream` is as a body: a stream, the text a script would get of it, or refused. */
  readonly streamBody: "stream" | "text" | "refused";

  /** `Referer` never holds more than the origin on another site, whatever the policy. */
  readonly crossSiteReferrerIsOrigin: boolean;

  /** Policy "origin-when-cross-origin" gives the full referrer again once back from another site. */
  readonly referrerReturnsHome: boolean;

  /** Cache modes under which the preflight cache is not asked. */
  readonly cacheModesWithoutLookup: readonly CacheMode[];

  /** Cache modes under which a preflight response is not kept. */
  readonly cacheModesWithoutStore: readonly CacheMode[];

  /** Cache mode "only-if-cached" asks the network where the cache has nothing. */
  readonly onlyIfCachedAsksNetwork: boolean;

  /** An embedder policy minds the absence of `Cross-Origin-Resource-Policy` alone, not one of other values. */
  readonly anyResourcePolicyCounts: boolean;

  /** `Cross-Origin-Resource-Policy: same-site` knows no sites of hosts without registrable domain. */
  readonly addressesAreNoSite: boolean;

  /** A request without credentials by the embedder policy asks caches for a fresh response. */
  readonly credentiallessSkipsCaches: boolean;

  /** Names of hash algorithms count in any case; metadata of blanks counts as none. */
  readonly looseIntegrity: boolean;

  /**
   * What integrity metadata makes of a redirect that the page gets under mode "manual". Any fails, or
   * metadata that holds a hash does. Or the bytes of the redirect itself are looked at.
   */
  readonly redirectIntegrity: "fails" | "hash-fails" | "bytes";

  /** A GET for one range of bytes names it in its shortest form. */
  readonly rewritesRange: boolean;

  /** The unit of a `Range` counts in any case. */
  readonly rangeUnitIgnoresCase: boolean;

  /** Statuses from which on everything below 400 is a redirect where it has a `Location`. */
  readonly redirectsFromStatus: number | undefined;

  /**
   * The reading of bytes that are not ASCII in a `Location`. It is the characters that they are in
   * Latin-1, or the bytes themselves. Or it is Latin-1 after each byte that is not UTF-8 was
   * replaced.
   */
  readonly locationBytes: "latin1" | "bytes" | "replaced";

  /** Control characters in a `Location` are escaped before its URL is parsed. */
  readonly locationEscapesControls: boolean;

  /** Escapes of unreserved characters in a `Location` are undone. */
  readonly locationUnescapes: boolean;

  /** Lines of `Location` that contradict each other fail whatever the status. */
  readonly conflictingLocationsFail: boolean;

  /** Several lines of `Location` are one joined by a comma, and not one each. */
  readonly joinsLocations: boolean;

  /** Requests from the web to a local network need a permission. */
  readonly asksForLocalNetwork: boolean;

  /** The type of a body goes along under "no-cors", whatever it is. */
  readonly noCorsKeepsBodyType: boolean;

  /** An empty body is none where something listens on its upload: no `Content-Length`, POST and PUT apart. */
  readonly listenerDropsEmptyBody: boolean;

  /** A request that the page sends without referrer hides its origin as policy "no-referrer" does. */
  readonly noReferrerHidesOrigin: boolean;

  /** A `data:` response tells its length. */
  readonly dataUrlHasLength: boolean;

  /** A `blob:` response tells the policies of the page that made it. */
  readonly blobUrlTellsPolicies: boolean;

  /** `about:blank` can be fetched under "no-cors". */
  readonly noCorsLoadsAboutBlank: boolean;

  /** The `Origin` of a request that is not CORS is made by the referrer policy. */
  readonly originHeedsReferrerPolicy: boolean;

  /** A preflight response with lifetime 0 leaves what is cached alone, instead of ending it. */
  readonly zeroMaxAgeLeavesCache: boolean;

  /** `Authorization` that a redirect dropped comes back on the next one that has no reason to drop it. */
  readonly authorizationReturns: boolean;

  /**
   * Whether the headers of a body that a redirect took away come back on the next one. They never
   * do, or only if its status would have kept the body of the page's own method. In WebKit all come
   * back on a CORS request. On any other, `Content-Type` alone does, with status 307 and 308.
   */
  readonly bodyHeadersReturn: "never" | "by-first-method" | "cors";

  /**
   * When a redirect makes a GET of an XMLHttpRequest, a preflight may ask again for the
   * `Content-Type` of the body. It does if that header was the one reason to ask first.
   */
  readonly xhrAsksForLostBodyType: boolean;

  /** A `Content-Type` with a comma, or an empty parameter at its end after another, is not safelisted. */
  readonly contentTypeIsStrict: boolean;

  /** What a redirect with an empty `Location` is: one to the same URL, none at all, or a failure. */
  readonly emptyLocation: "same-url" | "no-redirect" | "failure";

  /** A redirect to another origin turns DELETE into GET. */
  readonly foreignDeleteBecomesGet: boolean;

  /** Schemes that fail as the target of a redirect even under redirect mode "manual". */
  readonly manualModeRefuses: readonly string[];

  /** With redirect mode "error" only a redirect that has a `Location` is an error. */
  readonly redirectErrorNeedsLocation: boolean;

  /**
   * A request that had an `Origin` header before a redirect has it after, even where the redirect made
   * a GET of it. A redirect to another origin takes it away; what is no GET or HEAD gets a new one there.
   */
  readonly redirectKeepsOriginHeader: boolean;

  /**
   * Response headers a script may see when `Access-Control-Expose-Headers` holds a `*` that is no
   * wildcard, because of credentials: lower-case names.
   */
  readonly literalWildcardExposes: readonly string[];

  /** The largest number a `Range` may hold and be safelisted. */
  readonly maxRangeNumber: bigint | undefined;

  /** A redirect to something that is no URL fails before any header is looked at, in every redirect mode. */
  readonly invalidLocationFailsFirst: boolean;

  /** Safelisted values together may not exceed 1,024 bytes. */
  readonly safelistHasTotalLimit: boolean;

  /** Request headers safelisted beyond the standard. */
  readonly safelistExtras: SafelistedExtra;
}
