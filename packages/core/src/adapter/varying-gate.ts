import type { Gate } from "../cors.ts";
import { isResponse } from "../fetch/response.ts";
import { mergeVary } from "../fetch/vary.ts";
import { VARY } from "../fetch/cors-header.ts";
import { lineOf, type VerdictLine } from "../verdict/line.ts";
import type { Reason, Verdict } from "../verdict/verdict.ts";

/**
 * The gate of a policy that was chosen by looking at the request. The choice may have depended on
 * `Origin`, which the policy itself can't know, so every response says that it varies by it.
 *
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export function createVaryingGate<Context>(gate: Gate<Context>): Gate<Context> {
  const check: Gate<Context>["check"] = (request, context) => {
    const verdict = gate.check(request, context);
    // Of someone's own gate it may be another library's promise, whose `then` may return nothing.
    return "then" in verdict
      ? Promise.resolve(verdict).then((settled) => new VaryingVerdict(settled))
      : new VaryingVerdict(verdict);
  };
  const wrap = (handler: Handler) => {
    const guarded = (gate.wrap as unknown as (handler: Handler) => Handler)(handler);
    // A parameter by name: Deno passes nothing to a function that counts none.
    return function (this: unknown, request: Request, ...rest: unknown[]): Answer {
      const answer = guarded.call(this, request, ...rest);
      return answer?.then ? Promise.resolve(answer).then(varyByOrigin) : varyByOrigin(answer);
    };
  };
  return { check, wrap: wrap as unknown as Gate<Context>["wrap"] };
}

type Answer = (Response & { then?: never }) | Promise<Response | undefined> | undefined;
type Handler = (this: unknown, request: Request, ...rest: unknown[]) => Answer;

/** The same verdict; `allowed`, `reason` and `detail` are still worked out when read. */
class VaryingVerdict implements Verdict {
  readonly #verdict: Verdict;
  readonly response: Response | undefined;

  constructor(verdict: Verdict) {
    this.#verdict = verdict;
    this.response = verdict.response && varyByOrigin(verdict.response);
  }

  get kind(): Verdict["kind"] {
    return this.#verdict.kind;
  }

  get origin(): string | null {
    return this.#verdict.origin;
  }

  get allowed(): boolean {
    return this.#verdict.allowed;
  }

  get reason(): Reason {
    return this.#verdict.reason;
  }

  get detail(): string {
    return this.#verdict.detail;
  }

  get error(): unknown {
    return this.#verdict.error;
  }

  toJSON(): VerdictLine {
    return lineOf(this);
  }

  apply(response: Response): Response {
    return varyByOrigin(this.#verdict.apply(response));
  }
}

/** A protocol switch, a network error and what is no response come out of a gate as they went in. */
function varyByOrigin<Answered extends Response | undefined>(response: Answered): Answered;
function varyByOrigin(response: Response | undefined): Response | undefined {
  if (!isResponse(response) || response.status < 200) return response;
  const existing = response.headers.get(VARY) ?? "";
  const vary = mergeVary(existing, "Origin");
  if (vary === existing) return response;
  try {
    response.headers.set(VARY, vary);
    return response;
  } catch {
    // Another gate may pass immutable responses on.
    const copy = new Response(response.body, response);
    copy.headers.set(VARY, vary);
    return copy;
  }
}
