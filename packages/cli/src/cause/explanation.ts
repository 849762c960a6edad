import type { Cure } from "../cures/cure.ts";
import type { CauseCode } from "./cause-code.ts";
import type { Warned } from "./warnings.ts";

/** What happens to the person who opened the page. */
export type ExplainVerdict = "readable" | "blocked" | "depends" | "unreachable";

/** Why, with what stands in the response itself. */
export interface Cause {
  readonly code: CauseCode;
  /** One line. */
  readonly headline: string;
  readonly explanation: string;
  readonly fix: string;
  /** The value, address or name that it is about; often empty. */
  readonly detail: string;
  /** The status of the response that shows it; null without one. */
  readonly status: number | null;
  /** What an error's body says, its first 200 characters that can be shown; empty without one. */
  readonly says: string;
}

/** What follows from the cause, or would come next. */
export interface Consequence {
  readonly code: CauseCode;
  readonly explanation: string;
}

/** All that there is to say about one request of a page. */
export interface Explanation {
  readonly verdict: ExplainVerdict;
  /** Null where the page simply gets its response. */
  readonly cause: Cause | null;
  readonly consequences: readonly Consequence[];
  /** The best one first. */
  readonly cures: readonly Cure[];
  readonly warnings: readonly Warned[];
}
