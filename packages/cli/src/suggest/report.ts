import type { Log } from "./log/records.ts";

/** What `suggest` is asked. */
export interface SuggestQuestion {
  /**
   * The log: JSON of verdicts or of any logger, or lines of an access log that have the origin. A
   * text, or what yields texts or bytes, such as a file's stream. Several logs are a list of them.
   */
  readonly log: Log | readonly Log[];
  /** Origins that asked less often are left out. @default 1 */
  readonly atLeast?: number | undefined;
  /** Whether the patterns that are offered stand in the policy, in place of the origins below them. @default false */
  readonly patterns?: boolean | undefined;
}

/** One origin of the log. */
export interface SeenOrigin {
  readonly origin: string;
  readonly requests: number;
  /** Its part of all requests that have an origin, from 0 to 1. */
  readonly share: number;
}

/** An origin that the policy does not allow, and why. */
export interface LeftOut extends SeenOrigin {
  readonly code: string;
  readonly reason: string;
}

/** A pattern that stands for three or more hosts of one domain on one port. */
export interface OfferedPattern {
  readonly pattern: string;
  /** How many of the log's origins it allows. */
  readonly hosts: number;
  readonly requests: number;
  readonly share: number;
}

/** Options of `createCors`, as far as a log tells them. */
export interface SuggestedPolicy {
  readonly origin: readonly string[];
  readonly allowMethods?: readonly string[];
  readonly allowHeaders?: readonly string[];
  readonly credentials?: true;
}

/** The result; `--json` prints it as it is. */
export interface SuggestReport {
  /** Counts up when a member goes or changes its meaning; new members may come at any time. */
  readonly version: 1;
  readonly verdict: "policy" | "nothing";
  /** Records of the log. */
  readonly lines: number;
  /** Requests of pages of other origins, by what the log tells. */
  readonly requests: number;
  /** Requests of the server's own pages, which need no permission. */
  readonly own: number;
  /** The part of the requests whose origin the policy allows, from 0 to 1. */
  readonly coverage: number;
  readonly policy: SuggestedPolicy | null;
  readonly allowed: readonly SeenOrigin[];
  /** Those that asked most first. */
  readonly denied: readonly LeftOut[];
  /** Denied origins that are not listed, because there are too many. */
  readonly moreDenied: {
    readonly origins: number;
    readonly requests: number;
    readonly share: number;
  };
  /** Patterns to take in place of origins, with `--patterns`. */
  readonly offers: readonly OfferedPattern[];
  /** What the log does not tell, and the policy therefore does not say. */
  readonly notes: readonly string[];
  /** The policy as a module, which `lint` finds clean. */
  readonly module: string | null;
}
