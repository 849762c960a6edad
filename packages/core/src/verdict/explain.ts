import type { Permission } from "../answer/preflight.ts";
import { REQUEST_HEADERS, REQUEST_METHOD } from "../fetch/cors-header.ts";
import { isSafelistedMethod } from "../fetch/method.ts";
import { isOpaqueOrigin, isOrigin } from "../fetch/origin.ts";
import { parseNames } from "../fetch/list.ts";
import type { RequestKind } from "../fetch/request-kind.ts";
import { isSameOrigin } from "../fetch/same-origin.ts";
import { sendsCredentialsInsecurely } from "../origin/insecure.ts";
import type { Policy } from "../policy.ts";
import type { Decision } from "./decision.ts";
import type { Reason } from "./verdict.ts";

/** A reason, and its sentence: the noun and its name, and what is said of them. */
export interface Explanation {
  readonly reason: Reason;
  readonly noun: "origin" | "method" | "header";
  readonly name: string;
  readonly predicate: string;
}

const IN_POLICY = "is in the policy";
const NOT_IN_POLICY = "is not in the policy";

/** Whether the browser lets the page have what it asked for. */
export function isPermission(reason: Reason): boolean {
  return ["no-origin", "same-origin", "origin-allowed", "preflight-allowed"].includes(reason);
}

/** What explains a verdict besides its kind and its origin. */
export interface Grounds {
  readonly policy: Policy<never>;
  readonly request: Request;
  readonly decision: Decision;
  readonly permission: Permission | undefined;
}

/** Explains a decision, by the steps of the browser that gets the response. */
export function explain(
  kind: RequestKind,
  origin: string | null,
  { policy, request, decision, permission }: Grounds,
): Explanation {
  if (origin === null) return because("no-origin", "header", "Origin", "is absent");
  if (permission) return explainPermission(request, permission);
  if (decision === true) return because("origin-allowed", "origin", origin, IN_POLICY);
  if (kind !== "preflight" && isSameOrigin(request, origin, policy.isSelf)) {
    return because("same-origin", "origin", origin, "is this server's own");
  }
  if (typeof decision === "object") {
    return because("origin-check-failed", "origin", origin, "could not be checked");
  }
  if (isOpaqueOrigin(origin)) {
    return because("origin-null", "origin", origin, "is any sandboxed page's");
  }
  if (!isOrigin(origin)) return because("origin-malformed", "origin", origin, "is malformed");
  const isInsecure = sendsCredentialsInsecurely(origin, policy.options);
  const predicate = isInsecure ? "is plain http with credentials" : NOT_IN_POLICY;
  return because("origin-denied", "origin", origin, predicate);
}

/**
 * What the browser will make of the response to a preflight.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
function explainPermission(
  { headers }: Request,
  { methods, headers: allowed }: Permission,
): Explanation {
  // A preflight has it, or it were none.
  const name = headers.get(REQUEST_METHOD) as string;
  if (!isSafelistedMethod(name) && !methods.has(name)) {
    return because("method-not-allowed", "method", name, NOT_IN_POLICY);
  }
  for (const asked of parseNames(headers.get(REQUEST_HEADERS) ?? "")) {
    if (!allowed.has(asked)) {
      return because("header-not-allowed", "header", asked, NOT_IN_POLICY);
    }
  }
  return because("preflight-allowed", "method", name, IN_POLICY);
}

function because(
  reason: Reason,
  noun: Explanation["noun"],
  name: string,
  predicate: string,
): Explanation {
  return { reason, noun, name, predicate };
}
