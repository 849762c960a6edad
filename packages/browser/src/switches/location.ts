/** The `Location` of a redirect: how its lines and bytes become a URL. */
export interface LocationSwitches {
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

  /** What a redirect with an empty `Location` is: one to the same URL, none at all, or a failure. */
  readonly emptyLocation: "same-url" | "no-redirect" | "failure";

  /** A redirect to something that is no URL fails before any header is looked at, in every redirect mode. */
  readonly invalidLocationFailsFirst: boolean;
}
