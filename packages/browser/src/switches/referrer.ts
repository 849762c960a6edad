/** The `Referer`, and the `Origin` of requests that are not CORS. */
export interface ReferrerSwitches {
  /** When a referrer is withheld from a URL of less security: from https to any other scheme, or by trustworthiness. */
  readonly referrerSecurity: "scheme" | "trust";

  /** A page with an opaque origin that has a URL sends the origin of that URL. */
  readonly opaquePageHasReferrer: boolean;

  /** `Referer` never holds more than the origin on another site, whatever the policy. */
  readonly crossSiteReferrerIsOrigin: boolean;

  /**
   * A referrer cut to its origin for another site stays so over a redirect that sets a policy. That
   * of a fetch with `keepalive` stays so over any.
   */
  readonly cutReferrerStays: boolean;

  /** Policy "origin-when-cross-origin" gives the full referrer again once back from another site. */
  readonly referrerReturnsHome: boolean;

  /** A request that the page sends without referrer hides its origin as policy "no-referrer" does. */
  readonly noReferrerHidesOrigin: boolean;

  /** A redirect to another origin gives a request that is not CORS its `Origin`, whatever the policy. */
  readonly crossingNamesOrigin: boolean;

  /** The `Origin` of a request that is not CORS is made by the referrer policy. */
  readonly originHeedsReferrerPolicy: boolean;
}
