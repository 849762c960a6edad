import { isForbiddenMethod } from "./fetch/method.ts";
import { echoRequestHeaders } from "./fetch/request-headers.ts";
import { isToken } from "./fetch/token.ts";
import { mergeVary } from "./fetch/vary.ts";
import {
  ALLOW_CREDENTIALS,
  ALLOW_HEADERS,
  ALLOW_METHODS,
  ALLOW_ORIGIN,
  EXPOSE_HEADERS,
  MAX_AGE,
  REQUEST_HEADERS,
  REQUEST_METHOD,
  VARY,
} from "./headers.ts";
import type { Policy } from "./policy.ts";

/**
 * The gate's own answer to a preflight from an allowed origin.
 *
 * Full lists, and not the one method that was asked for: the browser remembers every entry, so the
 * next request needs no preflight. A method or header that is not listed is for the browser to
 * refuse, which also names the culprit to the developer.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function answerPreflight<Context>(
  policy: Policy<Context>,
  request: Request,
  origin: string,
): Response {
  const headers: Record<string, string> = {
    [ALLOW_ORIGIN]: policy.anyOrigin ? "*" : origin,
  };
  if (policy.credentials) headers[ALLOW_CREDENTIALS] = "true";
  const methods = allowedMethods(policy, request);
  if (methods !== undefined) headers[ALLOW_METHODS] = methods;
  const names = allowedHeaders(policy, request);
  if (names !== undefined) headers[ALLOW_HEADERS] = names;
  headers[MAX_AGE] = policy.maxAge;
  if (policy.preflightVary !== undefined) headers[VARY] = policy.preflightVary;
  return new Response(null, { status: policy.options.preflightStatus, headers });
}

/** The same headers around the handler's answer (`preflightContinue`): origin and credentials are
 * the gate's, the rest only where the handler said nothing. */
export function completePreflight<Context>(
  headers: Headers,
  policy: Policy<Context>,
  request: Request,
  origin: string,
): void {
  headers.set(ALLOW_ORIGIN, policy.anyOrigin ? "*" : origin);
  if (policy.credentials) headers.set(ALLOW_CREDENTIALS, "true");
  else headers.delete(ALLOW_CREDENTIALS);
  setMissing(headers, ALLOW_METHODS, allowedMethods(policy, request));
  setMissing(headers, ALLOW_HEADERS, allowedHeaders(policy, request));
  setMissing(headers, MAX_AGE, policy.maxAge);
  headers.delete(EXPOSE_HEADERS);
  if (policy.preflightVary !== undefined) {
    headers.set(VARY, mergeVary(headers.get(VARY), policy.preflightVary));
  }
}

function setMissing(headers: Headers, name: string, value: string | undefined): void {
  if (value !== undefined && !headers.has(name)) headers.set(name, value);
}

function allowedMethods<Context>(policy: Policy<Context>, request: Request): string | undefined {
  if (!policy.echoMethod) return policy.allowMethods;
  const method = request.headers.get(REQUEST_METHOD) ?? "";
  return isToken(method) && !isForbiddenMethod(method) ? method : undefined;
}

function allowedHeaders<Context>(policy: Policy<Context>, request: Request): string | undefined {
  if (!policy.echoHeaders) return policy.allowHeaders;
  return echoRequestHeaders(request.headers.get(REQUEST_HEADERS) ?? "");
}
