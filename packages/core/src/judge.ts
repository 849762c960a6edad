import { compileActual, DENIED } from "./actual.ts";
import { decorate } from "./decorate.ts";
import { isSameOrigin } from "./fetch/same-origin.ts";
import type { HeaderRecord } from "./headers.ts";
import { Judgement } from "./judgement.ts";
import type { NormalizedCorsOptions } from "./options.ts";
import { compileOrigins } from "./origin/matcher.ts";
import { onlyOrigin } from "./origin/rule.ts";
import { compilePreflight, isPreflight } from "./preflight.ts";
import { explainDenial, explainPreflight, type Explanation } from "./reason.ts";
import { refuse } from "./refusal.ts";
import { report } from "./report.ts";
import type { Verdict } from "./verdict.ts";

/** Whether the origin is allowed, and what the origin function threw: in a box, it may be `undefined`. */
export type Decision = readonly [granted: boolean, failure?: { readonly error: unknown }];

/** Compiles what follows from a decision about the origin. */
export function compileJudge<Context>(options: NormalizedCorsOptions<Context>) {
  const { onVerdict, selfOrigins } = options;
  const only = onlyOrigin(options.origin);
  const actualHeaders = compileActual(options, only);
  const preflightHeaders = compilePreflight(options, only);
  const isSelf = selfOrigins && compileOrigins(selfOrigins as readonly (string | RegExp)[]);

  const explain = (
    request: Request,
    origin: string | null,
    kind: Verdict["kind"],
    answer: HeaderRecord | false,
    failure: Decision[1],
  ): Explanation => {
    if (origin === null) {
      return [true, "no-origin", "header", "Origin", "is absent, so CORS has no say"];
    }
    if (answer) {
      return kind === "preflight"
        ? explainPreflight(request, answer)
        : [true, "origin-allowed", "origin", origin, "is in the policy"];
    }
    if (kind === "actual" && isSameOrigin(request, origin, isSelf)) {
      return [true, "same-origin", "origin", origin, "is this server's own"];
    }
    return failure
      ? [false, "origin-check-failed", "origin", origin, "could not be checked"]
      : explainDenial(origin, options);
  };

  return (
    request: Request,
    context: Context | undefined,
    origin: string | null,
    ...[granted, failure]: Decision
  ): Verdict => {
    const kind = origin === null ? "none" : isPreflight(request) ? "preflight" : "actual";
    const headers =
      kind !== "preflight"
        ? actualHeaders(granted ? origin : null)
        : granted
          ? preflightHeaders(request, origin!)
          : DENIED;
    const verdict = new Judgement(
      kind,
      origin,
      (response) => decorate(response, headers, granted && kind === "preflight"),
      () => explain(request, origin, kind, granted && headers, failure),
    );
    Object.assign(verdict, failure);
    if (!granted) {
      if (kind === "preflight" || (options.refuseDenied && !verdict.allowed)) {
        verdict.response = refuse();
      }
    } else if (kind === "preflight" && !options.preflightContinue) {
      verdict.response = new Response(null, { status: options.preflightStatus, headers });
    }
    // The hook runs at once, and being async only turns what it throws into a rejection to report.
    if (onVerdict) {
      const run = async (): Promise<void> => onVerdict(verdict, request, context as Context);
      run().catch((error) => report("onVerdict failed", error));
    }
    return verdict;
  };
}
