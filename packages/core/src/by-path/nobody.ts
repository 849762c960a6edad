import type { Gate } from "../cors.ts";
import { compileJudge } from "../judge.ts";
import { normalizeOptions } from "../validate/options.ts";
import type { Verdict } from "../verdict.ts";
import { createWrap } from "../wrap.ts";

const judge = compileJudge({ ...normalizeOptions({ origin: "*" }), origin: [] });

/** The gate of paths without a rule: as under a policy whose list is empty, which options can't say. */
export const NOBODY: Gate = createGate();

function createGate(): Gate {
  const check = (request: Request): Verdict => {
    const origin = request.headers.get("origin");
    return withReason(judge(request, undefined, origin, false));
  };
  return { check, wrap: createWrap(check, undefined) };
}

/** It is not the origin that is at fault. */
function withReason(verdict: Verdict): Verdict {
  if (verdict.reason === "no-origin" || verdict.reason === "same-origin") return verdict;
  const { kind, origin, response } = verdict;
  return {
    kind,
    origin,
    response,
    allowed: false,
    reason: "no-policy",
    detail: "No rule covers the path of this request.",
    apply: (answer) => verdict.apply(answer),
  };
}
