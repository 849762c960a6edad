import { writeActual } from "./actual.ts";
import { decorate } from "./decorate.ts";
import type { Policy } from "./policy.ts";
import { answerPreflight, completePreflight } from "./preflight.ts";
import { explainDenial, explainPreflight, quote, type Explanation } from "./reason.ts";
import { refuse } from "./refusal.ts";
import { isSameOrigin } from "./same-origin.ts";
import type { Reason, Verdict } from "./verdict.ts";

/** Whether the policy allows the origin of a request, and what its function failed with if it did. */
export interface OriginDecision {
  readonly allowed: boolean;
  readonly failure?: { readonly error: unknown };
}

const ALLOWING_REASONS: readonly Reason[] = [
  "no-origin",
  "same-origin",
  "origin-allowed",
  "preflight-allowed",
];

/**
 * One request under one policy. What the answer needs is settled at construction; what only a
 * reader needs is worked out on reading, because most verdicts are never read.
 */
export class Judgement<Context> implements Verdict {
  readonly kind: Verdict["kind"];
  readonly origin: string | null;
  readonly error?: unknown;
  readonly response: Response | undefined;
  readonly #policy: Policy<Context>;
  readonly #request: Request;
  readonly #decision: OriginDecision;

  constructor(
    policy: Policy<Context>,
    request: Request,
    kind: Verdict["kind"],
    origin: string | null,
    decision: OriginDecision,
  ) {
    this.kind = kind;
    this.origin = origin;
    this.#policy = policy;
    this.#request = request;
    this.#decision = decision;
    if (decision.failure) this.error = decision.failure.error;
    this.response = this.#answer();
  }

  get allowed(): boolean {
    return ALLOWING_REASONS.includes(this.reason);
  }

  get reason(): Reason {
    return this.#explain()[0];
  }

  get detail(): string {
    return this.#explain()[1];
  }

  apply(response: Response): Response {
    return decorate(response, (headers) => this.#write(headers));
  }

  /** The gate's own answer, where the handler does not run. */
  #answer(): Response | undefined {
    const { kind, origin } = this;
    const { options } = this.#policy;
    if (kind === "none" || origin === null) return undefined;
    if (this.#decision.allowed) {
      return kind === "preflight" && !options.preflightContinue
        ? answerPreflight(this.#policy, this.#request, origin)
        : undefined;
    }
    const refused = kind === "preflight" || (options.refuseDenied && !this.#isSameOrigin());
    return refused ? refuse() : undefined;
  }

  #write(headers: Headers): void {
    const { kind, origin } = this;
    const { allowed } = this.#decision;
    if (kind !== "preflight") {
      writeActual(headers, this.#policy, this.#policy.staticOrigin ?? this.#grantedOrigin());
    } else if (allowed && origin !== null) {
      completePreflight(headers, this.#policy, this.#request, origin);
    } else {
      writeActual(headers, this.#policy, undefined);
    }
  }

  #grantedOrigin(): string | undefined {
    if (!this.#decision.allowed || this.origin === null) return undefined;
    return this.#policy.anyOrigin ? "*" : this.origin;
  }

  #explain(): Explanation {
    const { kind, origin } = this;
    if (origin === null) return ["no-origin", "Without an Origin header CORS has no say."];
    if (this.#decision.allowed) {
      return kind === "preflight"
        ? explainPreflight(this.#policy, this.#request)
        : ["origin-allowed", `The policy lets ${quote(origin)} read the response.`];
    }
    if (kind === "actual" && this.#isSameOrigin()) {
      return ["same-origin", "The page belongs to this server and needs no permission."];
    }
    if (this.#decision.failure) {
      return ["origin-check-failed", `The policy's origin function failed for ${quote(origin)}.`];
    }
    return explainDenial(this.#policy, origin);
  }

  #isSameOrigin(): boolean {
    const { origin } = this;
    return origin !== null && isSameOrigin(this.#request, origin, this.#policy.isSelf);
  }
}
