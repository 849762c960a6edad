import type { Profile } from "../profile.ts";

/** How an engine's cache departs from the standard: seen by the parity run of caches. */
export interface CacheRules {
  /** A URL has one response for each set of values that its `Vary` names, and not the last alone. */
  readonly keepsVariants: boolean;
  /** Requests with and without credentials have responses of their own. */
  readonly splitsByCredentials: boolean;
  /** `fetch` and XMLHttpRequest share no response with elements where they ask another site. */
  readonly splitsForeignScripts: boolean;
  /** A response to GET does not serve HEAD. */
  readonly splitsHead: boolean;
  /** The first image of a URL, with credentials or without, goes to the network, whatever the cache holds. */
  readonly firstImageAsksNetwork: boolean;
  /** What of the responses that the browser blocked is not kept: redirects, or all others. */
  readonly dropsBlocked: "redirects" | "others" | undefined;
  /** Statuses that are used again without asking, while they are fresh; undefined for all. */
  readonly reusedStatuses: readonly number[] | undefined;
  /** Statuses whose lifetime may be guessed from `Last-Modified`. */
  readonly guessedStatuses: readonly number[];
  /** `public` lets the lifetime of any status be guessed. */
  readonly publicIsGuessed: boolean;
  /**
   * What of the page's own `Cache-Control` counts: all of it, or `no-cache` and `max-age=0`. Or one
   * directive counts in place of the lifetime that the server gave.
   */
  readonly requestDirectives: "all" | "few" | "one";
  /** The server is asked about stored responses of every success, and not of status 200 alone. */
  readonly validatesSuccesses: boolean;
  /** Statuses that are fresh for ever unless the server says otherwise. */
  readonly lastingStatuses: readonly number[];
  /** Statuses that are never stored. */
  readonly unstoredStatuses: readonly number[];
  /** Methods after which nothing stored for the URL holds: some, or all that may change something. */
  readonly invalidatedBy: readonly string[] | "unsafe";
  /** An error, too, means that the method may have changed something. */
  readonly errorsInvalidate: boolean;
}

const spec: CacheRules = {
  keepsVariants: true,
  splitsByCredentials: false,
  splitsForeignScripts: false,
  splitsHead: false,
  firstImageAsksNetwork: false,
  dropsBlocked: undefined,
  reusedStatuses: undefined,
  // https://www.rfc-editor.org/rfc/rfc9110#name-overview-of-status-codes
  guessedStatuses: [200, 203, 204, 404, 405, 414, 501],
  publicIsGuessed: true,
  requestDirectives: "all",
  validatesSuccesses: true,
  lastingStatuses: [300, 301, 308, 410],
  // A 206 is a part of a response, and a 304 has none.
  unstoredStatuses: [206, 304],
  // https://www.rfc-editor.org/rfc/rfc9111#name-invalidating-stored-respons
  invalidatedBy: "unsafe",
  errorsInvalidate: false,
};

/** The rules of every profile. */
export const cacheRules: Readonly<Record<Profile, CacheRules>> = {
  spec,
  chromium: {
    ...spec,
    // net/http/http_cache_transaction.cc: one entry, which a mismatch of HttpVaryData validates
    keepsVariants: false,
    // services/network/cors/cors_url_loader.cc ends the load before the entry is whole
    dropsBlocked: "others",
    // net/http/http_response_headers.cc, GetFreshnessLifetimes
    guessedStatuses: [200, 203, 206],
    publicIsGuessed: false,
    // net/http/http_cache_transaction.cc, kForceFetchHeaders and kForceValidateHeaders
    requestDirectives: "few",
    // net/http/http_cache_transaction.cc, ConditionalizeRequest
    validatesSuccesses: false,
    invalidatedBy: ["POST", "DELETE", "PATCH"],
  },
  firefox: {
    ...spec,
    keepsVariants: false,
    // netwerk/base/LoadContextInfo.h: IsAnonymous is part of the key
    splitsByCredentials: true,
    // netwerk/protocol/http/nsHttpChannel.cpp, pref network.fetch.cache_partition_cross_origin
    splitsForeignScripts: true,
    // seen
    splitsHead: true,
    firstImageAsksNetwork: true,
    // seen
    dropsBlocked: "redirects",
    // netwerk/protocol/http/nsHttpResponseHead.cpp, MustValidate
    reusedStatuses: [200, 203, 204, 301, 302, 307, 308, 410],
    guessedStatuses: [200, 203, 204],
    publicIsGuessed: false,
    // netwerk/protocol/http/nsHttp.cpp, ValidationRequired
    requestDirectives: "one",
    lastingStatuses: [410],
    // seen, of a 300 without Location
    unstoredStatuses: [206, 300, 304],
    // nsHttpChannel::MaybeInvalidateCacheEntryForSubsequentGet asks for the method alone
    errorsInvalidate: true,
  },
  // Not measured: the standard's rules.
  webkit: spec,
};
