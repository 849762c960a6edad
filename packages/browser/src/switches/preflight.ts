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

/** The preflight: when one is sent, what it carries, and how its response is checked. */
export interface PreflightSwitches {
  /** Order of preflight checks. It decides which of several failures is reported, never the outcome. */
  readonly preflightSteps: readonly PreflightStep[];

  /** `Access-Control-Allow-Headers: *` also covers `Authorization`. */
  readonly wildcardCoversAuthorization: boolean;

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

  /** Request headers no preflight asks for, however long or odd: lower-case names. */
  readonly neverAsksFor: readonly string[];

  /** A preflight names the referrer of the first URL, cut down to its origin on another site. */
  readonly preflightNamesFirstReferrer: boolean;

  /** A preflight carries the `User-Agent` the page set. */
  readonly preflightCarriesUserAgent: boolean;

  /** A preflight whose `Origin` is `null` because of redirects is `cross-site`. */
  readonly preflightSiteHeedsTaint: boolean;

  /** A preflight carries the cache headers of its request. */
  readonly preflightHasCacheHeaders: boolean;

  /**
   * When a redirect makes a GET of an XMLHttpRequest, a preflight may ask again for the
   * `Content-Type` of the body. It does if that header was the one reason to ask first.
   */
  readonly xhrAsksForLostBodyType: boolean;
}
