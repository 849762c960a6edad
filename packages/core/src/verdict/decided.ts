import { decorate, DENIED, type GateHeaders } from "../answer/actual.ts";
import type { RequestKind } from "../fetch/request-kind.ts";
import { quote } from "../quote.ts";
import { explain, isPermission, type Explanation, type Grounds } from "./explain.ts";
import { lineOf, type VerdictLine } from "./line.ts";
import type { Reason, Verdict } from "./verdict.ts";

/** What a verdict was made of. */
export interface Decided extends Grounds {
  /** What a handler's response gets when its page may read it. */
  readonly actual: GateHeaders;
}

/**
 * One verdict. The decision is fixed when the verdict is made. Only a reader needs the reason, and
 * most verdicts are never read, so it is computed on reading.
 */
export class DecidedVerdict implements Verdict {
  declare readonly kind: RequestKind;
  declare readonly origin: string | null;
  // Own members, so that no reader meets a prototype's.
  response?: Response | undefined = undefined;
  readonly error?: unknown = undefined;
  // One object: on Bun each private member costs more than all of them in it.
  readonly #decided: Decided;

  constructor(kind: RequestKind, origin: string | null, decided: Decided) {
    this.kind = kind;
    this.origin = origin;
    this.#decided = decided;
    const { decision } = decided;
    if (typeof decision === "object") this.error = decision.error;
  }

  /** Whether the origin has the policy's permission, whatever else is asked for. */
  get granted(): boolean {
    return this.#decided.decision === true;
  }

  apply(response: Response): Response {
    const { policy, actual, permission } = this.#decided;
    const allowOrigin = policy.onlyOrigin ?? this.origin;
    // Only a preflight that the handler answers itself comes here with a permission.
    if (permission) {
      return decorate(response, { lines: permission.lines, yields: true }, allowOrigin);
    }
    return this.granted || (policy.isStatic && this.kind !== "preflight")
      ? decorate(response, actual, allowOrigin)
      : decorate(response, DENIED, null);
  }

  get allowed(): boolean {
    return isPermission(this.reason);
  }

  get reason(): Reason {
    return this.#explain().reason;
  }

  get detail(): string {
    const { noun, name, predicate } = this.#explain();
    return `The ${noun} ${quote(name)} ${predicate}.`;
  }

  toJSON(): VerdictLine {
    return lineOf(this);
  }

  #explain(): Explanation {
    return explain(this.kind, this.origin, this.#decided);
  }
}
