import { isForbiddenMethod, isSafelistedMethod } from "./fetch/method.ts";
import { isInsecureOrigin, parseOrigin } from "./fetch/origin.ts";
import { echoRequestHeaders, parseRequestHeaders } from "./fetch/request-headers.ts";
import { isToken } from "./fetch/token.ts";
import { REQUEST_HEADERS, REQUEST_METHOD } from "./headers.ts";
import type { Policy } from "./policy.ts";
import type { Reason } from "./verdict.ts";

/** A reason and its sentence. */
export type Explanation = readonly [reason: Reason, detail: string];

/** Why an origin that the policy does not allow is not allowed. */
export function explainDenial<Context>(
  { credentials, options }: Policy<Context>,
  origin: string,
): Explanation {
  if (origin === "null") {
    return ["origin-null", `The origin is "null", which every sandboxed page shares.`];
  }
  if (!parseOrigin(origin)) {
    return ["origin-malformed", `No browser sends the origin ${quote(origin)}.`];
  }
  const insecure =
    credentials && !options.dangerouslyAllowInsecureOrigins && isInsecureOrigin(origin);
  return [
    "origin-denied",
    insecure
      ? `The origin ${quote(origin)} is plain http, and credentials never go there.`
      : `The origin ${quote(origin)} is not in the policy.`,
  ];
}

/**
 * What the browser will make of a preflight's answer, by its own steps.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function explainPreflight<Context>(policy: Policy<Context>, request: Request): Explanation {
  const method = request.headers.get(REQUEST_METHOD) ?? "";
  if (!isMethodAllowed(policy, method)) {
    return ["method-not-allowed", `The policy does not allow the method ${quote(method)}.`];
  }
  const value = request.headers.get(REQUEST_HEADERS) ?? "";
  const culprit = firstDisallowedHeader(policy, value);
  if (culprit !== undefined) {
    return [
      "header-not-allowed",
      `The policy does not allow the request header ${quote(culprit)}.`,
    ];
  }
  return ["preflight-allowed", "The page may send the request that it asked about."];
}

function isMethodAllowed<Context>({ options }: Policy<Context>, method: string): boolean {
  if (isSafelistedMethod(method)) return true;
  const { allowMethods } = options;
  return allowMethods === "*"
    ? isToken(method) && !isForbiddenMethod(method)
    : allowMethods.includes(method);
}

function firstDisallowedHeader<Context>(
  policy: Policy<Context>,
  value: string,
): string | undefined {
  const { allowHeaders } = policy.options;
  const names = parseRequestHeaders(value);
  if (allowHeaders !== "*") return [...names].find((name) => !allowHeaders.includes(name));
  // An echo beyond its bounds is no echo, and then the browser misses the first name already.
  const [first] = names;
  return policy.echoHeaders && echoRequestHeaders(value) === undefined ? first : undefined;
}

/** Request data in a sentence: quoted, control characters escaped, of a length that logs bear. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}
