import type { Permission } from "../answer/preflight.ts";
import { REQUEST_HEADERS, REQUEST_METHOD } from "../fetch/cors-header.ts";
import { isSafelistedMethod } from "../fetch/method.ts";
import { isOpaqueOrigin, parseOrigin } from "../fetch/origin.ts";
import { parseRequestHeaders } from "../fetch/request-headers.ts";
import { requestKind } from "../fetch/request-kind.ts";
import { isSameOrigin } from "../fetch/same-origin.ts";
import { sendsCredentialsInsecurely } from "../origin/insecure.ts";
import type { Policy } from "../policy.ts";
import type { Decision } from "./decision.ts";
import type { Reason } from "./verdict.ts";

/** A reason, and its sentence: the noun and its name, and what is said of them. */
export interface Explanation {
  readonly allowed: boolean;
  readonly reason: Reason;
  readonly noun: "origin" | "method" | "header";
  readonly name: string;
  readonly predicate: string;
}

const IN_POLICY = "is in the policy";
const NOT_IN_POLICY = "is not in the policy";

/** Explains a decision, by the steps of the browser that gets the answer. */
export function explain(
  policy: Policy<never>,
  request: Request,
  origin: string | null,
  decision: Decision,
  permission: Permission | undefined,
): Explanation {
  if (origin === null) {
    return {
      allowed: true,
      reason: "no-origin",
      noun: "header",
      name: "Origin",
      predicate: "is absent",
    };
  }
  if (permission) return explainPermission(request, permission);
  const about = { noun: "origin", name: origin } as const;
  if (decision === true) {
    return { ...about, allowed: true, reason: "origin-allowed", predicate: IN_POLICY };
  }
  const isPreflight = requestKind(request, origin) === "preflight";
  if (!isPreflight && isSameOrigin(request, origin, policy.isSelf)) {
    return { ...about, allowed: true, reason: "same-origin", predicate: "is this server's own" };
  }
  if (typeof decision === "object") {
    const predicate = "could not be checked";
    return { ...about, allowed: false, reason: "origin-check-failed", predicate };
  }
  return { ...about, allowed: false, ...explainDenial(policy, origin) };
}

/** Why an origin that the policy does not allow is not allowed. */
function explainDenial(
  { options }: Policy<never>,
  origin: string,
): Pick<Explanation, "reason" | "predicate"> {
  if (isOpaqueOrigin(origin)) {
    return { reason: "origin-null", predicate: "is any sandboxed page's" };
  }
  if (!parseOrigin(origin)) return { reason: "origin-malformed", predicate: "is malformed" };
  const predicate = sendsCredentialsInsecurely(origin, options)
    ? "is plain http with credentials"
    : NOT_IN_POLICY;
  return { reason: "origin-denied", predicate };
}

/**
 * What the browser will make of the answer to a preflight.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
function explainPermission(
  { headers }: Request,
  { methods, headers: allowed }: Permission,
): Explanation {
  // A preflight has it, or it were none.
  const method = headers.get(REQUEST_METHOD) as string;
  const about = { noun: "method", name: method } as const;
  if (!isSafelistedMethod(method) && !methods.has(method)) {
    return { ...about, allowed: false, reason: "method-not-allowed", predicate: NOT_IN_POLICY };
  }
  for (const name of parseRequestHeaders(headers.get(REQUEST_HEADERS) ?? "")) {
    if (!allowed.has(name)) {
      const culprit = { noun: "header", name } as const;
      return { ...culprit, allowed: false, reason: "header-not-allowed", predicate: NOT_IN_POLICY };
    }
  }
  return { ...about, allowed: true, reason: "preflight-allowed", predicate: IN_POLICY };
}
