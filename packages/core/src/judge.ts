import { decorate, writeLines, type GateHeaders } from "./decorate.ts";
import { mergeExposed } from "./fetch/exposed.ts";
import { isSameOrigin } from "./fetch/same-origin.ts";
import { ALLOW_CREDENTIALS, EXPOSE_HEADERS, VARY, type HeaderLines } from "./headers.ts";
import { Judgement } from "./judgement.ts";
import type { NormalizedCorsOptions } from "./options.ts";
import { leaveTrace, traceOf } from "./own.ts";
import { compileOrigins } from "./origin/matcher.ts";
import { onlyOrigin } from "./origin/rule.ts";
import { compilePreflight, isPreflightRequest } from "./preflight.ts";
import { explainDenial, explainPreflight } from "./reason.ts";
import { refuse } from "./refusal.ts";
import { report } from "./report.ts";
import type { Verdict } from "./verdict.ts";

/** Whether the origin is allowed, or what its check threw: in a box, since it may be anything. */
export type Decision = boolean | { readonly error: unknown };

/** What a response carries whose page gets nothing, but which another page would get. */
const DENIED: GateHeaders = { lines: [[VARY, "Origin"]] };

/** Compiles what follows from a decision about the origin. */
export function compileJudge<Context>(options: NormalizedCorsOptions<Context>) {
  const { onVerdict, selfOrigins } = options;
  const only = onlyOrigin(options.origin);
  // A static policy (`"*"`, or one origin) says the same to everyone, also to requests that are not
  // CORS, so that caches keep one copy. Every other says who was asked, also where the answer is no.
  // https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
  const isStatic = only && !options.refuseDenied;
  const exposed = String(options.exposeHeaders);
  const lines: HeaderLines = [
    [ALLOW_CREDENTIALS, options.credentials ? "true" : ""],
    [EXPOSE_HEADERS, exposed],
    [VARY, isStatic ? "" : "Origin"],
  ];
  const actual: GateHeaders = {
    lines,
    expose: (own) => mergeExposed(exposed, own, options.credentials),
    trace: exposed ? traceOf(lines) : undefined,
  };
  const preflight = compilePreflight(options, only === "*");
  const isSelf =
    selfOrigins && compileOrigins(selfOrigins as readonly (string | RegExp)[], options);

  return (
    request: Request,
    context: Context | undefined,
    origin: string | null,
    decision: Decision,
  ): Verdict => {
    const granted = decision === true;
    const isPreflight = origin !== null && isPreflightRequest(request);
    const permission = granted && isPreflight ? preflight(request) : [];
    const verdict = new Judgement(
      isPreflight ? "preflight" : origin === null ? "none" : "actual",
      origin,
      (response) =>
        granted || (!isPreflight && isStatic)
          ? decorate(
              response,
              isPreflight ? { lines: permission, yields: true } : actual,
              only || origin,
            )
          : decorate(response, DENIED),
      granted,
      () => {
        if (origin === null) {
          return [true, "no-origin", "is absent", "header", "Origin"];
        }
        if (granted) {
          return isPreflight
            ? explainPreflight(request, permission)
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
    if (granted) {
      if (isPreflight && !options.preflightContinue) {
        verdict.response = new Response(null, { status: options.preflightStatus });
        writeLines(verdict.response.headers, permission, only || origin);
        leaveTrace(verdict.response, traceOf(permission));
      }
    } else {
      if (decision) verdict.error = decision.error;
      if (isPreflight || (options.refuseDenied && !verdict.allowed)) verdict.response = refuse();
    }
    // The hook runs at once, and being async only turns what it throws into a rejection to report.
    if (onVerdict) {
      const run = async (): Promise<void> => onVerdict(verdict, request, context as Context);
      run().catch((error) => report("onVerdict failed", error));
    }
    return verdict;
  };
}
