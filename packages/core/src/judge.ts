import { compileActual } from "./actual.ts";
import { decorate } from "./decorate.ts";
import { isSameOrigin } from "./fetch/same-origin.ts";
import { Judgement } from "./judgement.ts";
import type { NormalizedCorsOptions } from "./options.ts";
import { compileOrigins } from "./origin/matcher.ts";
import { onlyOrigin } from "./origin/rule.ts";
import { compilePreflight, isPreflightRequest } from "./preflight.ts";
import { explainDenial, explainPreflight } from "./reason.ts";
import { refuse } from "./refusal.ts";
import { report } from "./report.ts";
import type { Verdict } from "./verdict.ts";

/** Whether the origin is allowed, or what its check threw: in a box, since it may be anything. */
export type Decision = boolean | { readonly error: unknown };

/** Compiles what follows from a decision about the origin. */
export function compileJudge<Context>(options: NormalizedCorsOptions<Context>) {
  const { onVerdict, selfOrigins } = options;
  const only = onlyOrigin(options.origin);
  const actualHeaders = compileActual(options, only);
  const preflightHeaders = compilePreflight(options, only);
  const isSelf = selfOrigins && compileOrigins(selfOrigins as readonly (string | RegExp)[]);

  return (
    request: Request,
    context: Context | undefined,
    origin: string | null,
    decision: Decision,
  ): Verdict => {
    const granted = decision === true;
    const isPreflight = origin !== null && isPreflightRequest(request);
    const headersFor = isPreflight ? preflightHeaders : actualHeaders;
    const headers = headersFor(granted ? origin : null, request);
    const verdict = new Judgement(
      isPreflight ? "preflight" : origin === null ? "none" : "actual",
      origin,
      (response) => decorate(response, headers, granted && isPreflight),
      () => {
        if (origin === null) {
          return [true, "no-origin", "is absent", "header", "Origin"];
        }
        if (granted) {
          return isPreflight
            ? explainPreflight(request, headers)
            : [true, "origin-allowed", "is in the policy"];
        }
        if (!isPreflight && isSameOrigin(request, origin, isSelf)) {
          return [true, "same-origin", "is this server's own"];
        }
        return decision
          ? [false, "origin-check-failed", "could not be checked"]
          : explainDenial(origin, options);
      },
    );
    Object.assign(verdict, decision);
    if (granted) {
      if (isPreflight && !options.preflightContinue) {
        verdict.response = new Response(null, { status: options.preflightStatus, headers });
      }
    } else if (isPreflight || (options.refuseDenied && !verdict.allowed)) {
      verdict.response = refuse();
    }
    // The hook runs at once, and being async only turns what it throws into a rejection to report.
    if (onVerdict) {
      const run = async (): Promise<void> => onVerdict(verdict, request, context as Context);
      run().catch((error) => report("onVerdict failed", error));
    }
    return verdict;
  };
}
