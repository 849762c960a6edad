import { compileActual } from "./answer/actual.ts";
import { answerPreflight, compilePermission } from "./answer/preflight.ts";
import { refuse } from "./answer/refusal.ts";
import { requestKind } from "./fetch/request-kind.ts";
import type { CommonOptions } from "./options.ts";
import type { Policy } from "./policy.ts";
import { report } from "./report.ts";
import { DecidedVerdict } from "./verdict/decided.ts";
import type { Decision } from "./verdict/decision.ts";
import type { Verdict } from "./verdict/verdict.ts";

/** Decides about a request whose origin has been looked up. */
export type Check<Context> = (
  request: Request,
  context: Context | undefined,
  origin: string | null,
  decision: Decision,
) => Verdict;

/**
 * Compiles the decision about one request, in the order of the standard's steps.
 *
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function compileCheck<Context>(policy: Policy<Context>): Check<Context> {
  const { onVerdict, preflightContinue, preflightStatus, refuseDenied } = policy.options;
  const actual = compileActual(policy);
  const permit = compilePermission(policy);

  const decide = (request: Request, origin: string | null, decision: Decision): Verdict => {
    const kind = requestKind(request, origin);
    const isAllowed = decision === true;
    const permission = isAllowed && kind === "preflight" ? permit(request) : undefined;
    const decided = { policy, actual, request, decision, permission };
    const verdict = new DecidedVerdict(kind, origin, decided);
    if (kind === "preflight") {
      // https://fetch.spec.whatwg.org/#cors-preflight-fetch
      if (!permission) verdict.response = refuse();
      else if (!preflightContinue) {
        verdict.response = answerPreflight(
          permission,
          preflightStatus,
          policy.onlyOrigin ?? origin,
        );
      }
    } else if (refuseDenied && !verdict.allowed) {
      verdict.response = refuse();
    }
    return verdict;
  };
  return (request, context, origin, decision) => {
    // A verdict for the hook alone: what it writes there, or reads of a body, changes no response.
    if (onVerdict) tell(onVerdict, decide(request, origin, decision), request, context as Context);
    return decide(request, origin, decision);
  };
}

/**
 * Runs a hook at once. When it throws or rejects, the gate reports the error, and the response does
 * not change. This function is no closure, since variables of closures stay on the heap for every
 * request.
 */
function tell<Context>(
  hook: NonNullable<CommonOptions<Context>["onVerdict"]>,
  ...given: Parameters<typeof hook>
): void {
  const failed = (error: unknown): void => report("onVerdict failed", error);
  try {
    // Nearly all are done at once, and a promise for each request would cost as much as the gate.
    const told = hook(...given) as unknown as Partial<PromiseLike<void>> | undefined;
    if (told?.then) Promise.resolve(told).catch(failed);
  } catch (error) {
    failed(error);
  }
}
