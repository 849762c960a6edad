/** Redirects: which are followed, and what they take away. */
export interface RedirectSwitches {
  /**
   * A redirect is held to the rules of credentials where the page asked its own origin first, with
   * credentials "same-origin".
   */
  readonly redirectCheckKeepsCredentials: boolean;

  /** Request headers a redirect to a foreign origin drops, besides `Authorization`: lower-case names. */
  readonly redirectDrops: readonly string[];

  /** `fetch` follows no redirect to a URL with a user name or password, not even at home. */
  readonly fetchRefusesUserinfo: boolean;

  /**
   * Some redirects are refused only after the next URL has had its preflight. They lead from the
   * page's own origin to a user name or password, or `redirectCheckKeepsCredentials` alone refuses
   * them.
   */
  readonly refusesAfterPreflight: boolean;

  /** How many redirects a request follows that outlives its page. */
  readonly keepaliveRedirects: number;

  /** Redirect mode "error" is looked at after the check for user names and passwords. */
  readonly userinfoBeforeErrorMode: boolean;

  /** Any change of origin over redirects turns the `Origin` of a "no-cors" request into `null`. */
  readonly noCorsRedirectHidesOrigin: boolean;

  /** A redirect at home drops the `User-Agent` the page set. */
  readonly redirectAtHomeDropsUserAgent: boolean;

  /**
   * A request lacks the fields that the network layer adds (`Sec-Fetch-*`, `Accept-Encoding:
   * identity`) if a redirect has just changed its origin.
   */
  readonly addsNothingAfterRedirect: boolean;

  /** After a redirect, a host without registrable domain (an address, `localhost`) is `cross-site` unless same origin. */
  readonly redirectedAddressIsCrossSite: boolean;

  /**
   * What integrity metadata makes of a redirect that the page gets under mode "manual". Any fails, or
   * metadata that holds a hash does. Or the bytes of the redirect itself are looked at.
   */
  readonly redirectIntegrity: "fails" | "hash-fails" | "bytes";

  /** Statuses from which on everything below 400 is a redirect where it has a `Location`. */
  readonly redirectsFromStatus: number | undefined;

  /** `Authorization` that a redirect dropped comes back on the next one that has no reason to drop it. */
  readonly authorizationReturns: boolean;

  /**
   * Whether the headers of a body that a redirect took away come back on the next one. They never
   * do, or only if its status would have kept the body of the page's own method. In WebKit all come
   * back on a CORS request. On any other, `Content-Type` alone does, with status 307 and 308.
   */
  readonly bodyHeadersReturn: "never" | "by-first-method" | "cors";

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
}
