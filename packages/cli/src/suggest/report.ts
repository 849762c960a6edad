/** What `suggest` is asked. */
export interface SuggestQuestion {
  /** The log: a JSON object on each line, or access-log lines that have the origin or the referer. */
  readonly log: string;
  /** Origins that asked less often are left out. @default 1 */
  readonly atLeast?: number | undefined;
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

/** Options of `createCors`, as far as a log tells them. */
export interface SuggestedPolicy {
  readonly origin: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders?: readonly string[];
  readonly credentials?: true;
}

/** The result; `--json` prints it as it is. */
export interface SuggestReport {
  /** Counts up when a member goes or changes its meaning; new members may come at any time. */
  readonly version: 1;
  readonly verdict: "policy" | "nothing";
  readonly lines: number;
  /** Requests of pages of other origins, by what the log tells. */
  readonly requests: number;
  readonly policy: SuggestedPolicy | null;
  readonly allowed: readonly SeenOrigin[];
  readonly denied: readonly LeftOut[];
  /** What the log does not tell, and the policy therefore does not say. */
  readonly notes: readonly string[];
  /** The policy as a module, which `lint` finds clean. */
  readonly module: string | null;
}
