import type { SafelistedExtra } from "../request/safelist-extras.ts";

/** The safelist of request headers. */
export interface SafelistSwitches {
  /** Bytes from 0x80 on make a request header unsafe. */
  readonly nonAsciiIsUnsafe: boolean;

  /** The unit of a `Range` counts in any case. */
  readonly rangeUnitIgnoresCase: boolean;

  /** A `Content-Type` with a comma, or an empty parameter at its end after another, is not safelisted. */
  readonly contentTypeIsStrict: boolean;

  /** The largest number a `Range` may hold and be safelisted. */
  readonly maxRangeNumber: bigint | undefined;

  /** Safelisted values together may not exceed 1,024 bytes. */
  readonly safelistHasTotalLimit: boolean;

  /** Request headers safelisted beyond the standard. */
  readonly safelistExtras: SafelistedExtra;
}
