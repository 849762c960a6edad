import type { Asked } from "@crossgate/testkit/ask";

/** A question beyond those that every recipe is asked, and what the page says of the answer. */
export interface Peculiarity {
  readonly says: string;
  readonly asked: Asked;
  readonly status: number;
  /** Whether the gate saw the answer, so that it has the policy's headers. */
  readonly gated: boolean;
}

export interface Recipe {
  readonly name: string;
  /** Its folder below `recipes`, and its page below `docs/recipes`. */
  readonly folder: string;
  /** What builds it, in its folder; what needs no build runs where it lies. */
  readonly build?: readonly string[];
  readonly start: readonly string[];
  /** Serves its sources, while they are written. */
  readonly develop?: readonly string[];
  /** The package whose version the page names. */
  readonly version: string;
  readonly peculiarities: readonly Peculiarity[];
}
