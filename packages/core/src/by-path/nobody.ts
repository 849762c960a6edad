import type { Gate } from "../cors.ts";
import { compileJudge } from "../judge.ts";
import { normalizeOptions } from "../validate/options.ts";
import type { Verdict } from "../verdict.ts";
import { createWrap } from "../wrap.ts";

/** What the gate of nobody adds to its empty list of origins. */
export interface NobodyOptions {
  /** Why nobody is allowed, as a sentence. */
  readonly detail: string;
  readonly refuseDenied: boolean;
  readonly selfOrigins?: readonly never[];
}

/** Makes the gate of a policy whose list is empty, which options can't say. */
export function createNobody({ detail, ...options }: NobodyOptions): Gate {
  const judge = compileJudge({ ...normalizeOptions({ origin: "*" }), ...options, origin: [] });
  const check = (request: Request): Verdict => {
    const origin = request.headers.get("origin");
    return withReason(judge(request, undefined, origin, false), detail);
  };
  return { check, wrap: createWrap(check, undefined) };
}

/** It is not the origin that is at fault. */
function withReason(verdict: Verdict, detail: string): Verdict {
  if (verdict.reason === "no-origin" || verdict.reason === "same-origin") return verdict;
  const { kind, origin, response } = verdict;
  return {
    kind,
    origin,
    response,
    allowed: false,
    reason: "no-policy",
    detail,
    apply: (answer) => verdict.apply(answer),
  };
}
