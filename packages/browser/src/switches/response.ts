import type { Initiator } from "../request/page-request.ts";

/** The response: how its headers are read, and what a page may use of it. */
export interface ResponseSwitches {
  /** A line of a response header that is empty counts for nothing beside others of its name. */
  readonly skipsEmptyLines: boolean;

  /** An empty line of a header ends what lines of its name before it said. */
  readonly emptyLineResets: boolean;

  /** An embedder policy minds the absence of `Cross-Origin-Resource-Policy` alone, not one of other values. */
  readonly anyResourcePolicyCounts: boolean;

  /** `Cross-Origin-Resource-Policy: same-site` knows no sites of hosts without registrable domain. */
  readonly addressesAreNoSite: boolean;

  /** Names of hash algorithms count in any case; metadata of blanks counts as none. */
  readonly looseIntegrity: boolean;

  /** What loads an opaque response although it has integrity metadata, if that holds no known hash. */
  readonly opaqueNeedsKnownHash: readonly Initiator[];

  /** A `data:` response tells its length. */
  readonly dataUrlHasLength: boolean;

  /** A `Range` whose unit is in capitals names no part of a `blob:` URL. */
  readonly rangeHasCase: boolean;

  /** A `blob:` response tells the policies of the page that made it. */
  readonly blobUrlTellsPolicies: boolean;

  /**
   * Response headers a script may see when `Access-Control-Expose-Headers` holds a `*` that is no
   * wildcard, because of credentials: lower-case names.
   */
  readonly literalWildcardExposes: readonly string[];
}
