import { isSafelistedMethod } from "./fetch/method.ts";
import { isInsecureOrigin, parseOrigin } from "./fetch/origin.ts";
import { parseRequestHeaders } from "./fetch/request-headers.ts";
import {
  ALLOW_HEADERS,
  ALLOW_METHODS,
  REQUEST_HEADERS,
  REQUEST_METHOD,
  type HeaderRecord,
} from "./headers.ts";
import type { NormalizedCorsOptions } from "./options.ts";
import type { Reason } from "./verdict.ts";

/** A reason, and the parts of its sentence: what it is about, its name, and what is said of it. */
export type Explanation = readonly [
  allowed: boolean,
  reason: Reason,
  noun: string,
  name: string,
  predicate: string,
];

const NOT_IN_POLICY = "is not in the policy";

/** Why an origin that the policy does not allow is not allowed. */
export function explainDenial(
  origin: string,
  options: Pick<NormalizedCorsOptions, "credentials" | "dangerouslyAllowInsecureOrigins">,
): Explanation {
  if (origin === "null") return [false, "origin-null", "origin", origin, "is any sandboxed page's"];
  if (!parseOrigin(origin)) return [false, "origin-malformed", "origin", origin, "is malformed"];
  const insecure =
    options.credentials && !options.dangerouslyAllowInsecureOrigins && isInsecureOrigin(origin);
  const predicate = insecure ? "is plain http, where credentials never go" : NOT_IN_POLICY;
  return [false, "origin-denied", "origin", origin, predicate];
}

/**
 * What the browser will make of the answer to a preflight, by its own steps.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function explainPreflight({ headers }: Request, answer: HeaderRecord): Explanation {
  const method = headers.get(REQUEST_METHOD) ?? "";
  if (!isSafelistedMethod(method) && !isListed(method, answer[ALLOW_METHODS])) {
    return [false, "method-not-allowed", "method", method, NOT_IN_POLICY];
  }
  for (const name of parseRequestHeaders(headers.get(REQUEST_HEADERS) ?? "")) {
    if (!isListed(name, answer[ALLOW_HEADERS])) {
      return [false, "header-not-allowed", "header", name, NOT_IN_POLICY];
    }
  }
  return [true, "preflight-allowed", "method", method, "and its headers are in the policy"];
}

/** The gate writes `*` only where it is a wildcard. */
function isListed(name: string, list = ""): boolean {
  return list.split(",").some((listed) => listed === "*" || listed === name);
}
