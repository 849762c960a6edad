import { isListed } from "./fetch/list.ts";
import { SAFELISTED_METHODS } from "./fetch/method.ts";
import { isOpaqueOrigin, parseOrigin } from "./fetch/origin.ts";
import { parseRequestHeaders } from "./fetch/request-headers.ts";
import {
  ALLOW_HEADERS,
  ALLOW_METHODS,
  REQUEST_HEADERS,
  REQUEST_METHOD,
  type HeaderLines,
} from "./headers.ts";
import { leaksCredentials, type CredentialRules } from "./origin/leak.ts";
import type { Reason } from "./verdict.ts";

/** A reason, and its sentence: what is said, and of what unless of the origin. */
export type Explanation = readonly [
  allowed: boolean,
  reason: Reason,
  predicate: string,
  noun?: string,
  name?: string,
];

const NOT_IN_POLICY = "is not in the policy";

/** Why an origin that the policy does not allow is not allowed. */
export function explainDenial(origin: string, rules: CredentialRules): Explanation {
  if (isOpaqueOrigin(origin)) return [false, "origin-null", "is any sandboxed page's"];
  if (!parseOrigin(origin)) return [false, "origin-malformed", "is malformed"];
  return [
    false,
    "origin-denied",
    leaksCredentials(origin, rules) ? "is plain http with credentials" : NOT_IN_POLICY,
  ];
}

/**
 * What the browser will make of the answer to a preflight, by its own steps.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function explainPreflight({ headers }: Request, lines: HeaderLines): Explanation {
  const answer: Record<string, string> = Object.fromEntries(lines);
  const method = headers.get(REQUEST_METHOD) as string;
  if (!isListed(method, `${SAFELISTED_METHODS},${answer[ALLOW_METHODS]}`)) {
    return [false, "method-not-allowed", NOT_IN_POLICY, "method", method];
  }
  for (const name of parseRequestHeaders(headers.get(REQUEST_HEADERS) ?? "")) {
    if (!isListed(name, answer[ALLOW_HEADERS] as string)) {
      return [false, "header-not-allowed", NOT_IN_POLICY, "header", name];
    }
  }
  return [true, "preflight-allowed", "is in the policy", "method", method];
}
