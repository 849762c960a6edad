import { compileCheck } from "../check.ts";
import type { Gate } from "../cors.ts";
import { compilePolicy } from "../policy.ts";
import { normalizeOptions } from "../validate/options.ts";
import type { Verdict } from "../verdict/verdict.ts";
import { createWrap } from "../wrap.ts";

/** What a gate without a policy needs besides its empty list of origins. */
export interface NoPolicyOptions {
  /** Why no one is allowed, as a sentence. */
  readonly detail: string;
  readonly refuseDenied: boolean;
  readonly selfOrigins?: readonly never[];
}

/** Makes the gate of requests without a policy: its list of origins is empty, which options can't say. */
export function createNoPolicy({ detail, refuseDenied, selfOrigins }: NoPolicyOptions): Gate {
  const decide = compileCheck(
    compilePolicy({
      ...normalizeOptions({ origin: "*", refuseDenied }),
      origin: new Set(),
      selfOrigins: selfOrigins && new Set(selfOrigins),
    }),
  );
  const check = (request: Request): Verdict => {
    const origin = request.headers.get("origin");
    return withReason(decide(request, undefined, origin, false), detail);
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
    apply: (actual) => verdict.apply(actual),
  };
}
