import { quote } from "./quote.ts";
import type { Explanation } from "./reason.ts";
import type { Reason, Verdict } from "./verdict.ts";

/**
 * One decision. What the answer needs is settled when it is made; what only a reader needs is worked
 * out on reading, because most verdicts are never read.
 */
export class Judgement implements Verdict {
  declare readonly kind: Verdict["kind"];
  declare readonly origin: string | null;
  declare readonly apply: Verdict["apply"];
  /** Whether the origin has the policy's permission, whatever else is asked for. */
  declare readonly granted: boolean;
  readonly #explain: () => Explanation;
  // Members of its own, so that nobody reads a prototype's.
  response?: Response | undefined = undefined;
  error?: unknown = undefined;

  constructor(
    kind: Verdict["kind"],
    origin: string | null,
    apply: Verdict["apply"],
    granted: boolean,
    explain: () => Explanation,
  ) {
    this.kind = kind;
    this.origin = origin;
    this.apply = apply;
    this.granted = granted;
    this.#explain = explain;
  }

  get allowed(): boolean {
    return this.#explain()[0];
  }

  get reason(): Reason {
    return this.#explain()[1];
  }

  get detail(): string {
    const [, , predicate, noun = "origin", name = this.origin] = this.#explain();
    return `The ${noun} ${quote(name)} ${predicate}.`;
  }
}
