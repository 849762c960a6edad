import { isMadeOf, TOKEN } from "./fetch/characters.ts";
import { isForbiddenMethod } from "./fetch/method.ts";
import { echoRequestHeaders } from "./fetch/request-headers.ts";
import {
  ALLOW_CREDENTIALS,
  ALLOW_HEADERS,
  ALLOW_METHODS,
  MAX_AGE,
  REQUEST_HEADERS,
  REQUEST_METHOD,
  VARY,
  type HeaderLines,
} from "./headers.ts";
import type { NormalizedCorsOptions } from "./options.ts";

/** Any other OPTIONS belongs to the application. @see https://fetch.spec.whatwg.org/#cors-preflight-request */
export function isPreflightRequest(request: Request): boolean {
  return request.method === "OPTIONS" && request.headers.has(REQUEST_METHOD);
}

/**
 * Compiles the headers that answer a preflight from an allowed origin.
 *
 * Full lists, and not the one method that was asked for: the browser remembers every entry, so the
 * next request needs no preflight. A method or header that is not listed is for the browser to
 * refuse, which also names the culprit to the developer. With credentials `*` would be a literal
 * name, so what was asked for is echoed.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function compilePreflight(
  options: Pick<NormalizedCorsOptions, "credentials" | "allowMethods" | "allowHeaders" | "maxAge">,
  isOpen: boolean,
): (request: Request) => HeaderLines {
  const { credentials, allowMethods, allowHeaders, maxAge } = options;
  const echoMethod = credentials && allowMethods === "*";
  const echoHeaders = credentials && allowHeaders === "*";
  const varying = [
    !isOpen && "Origin",
    echoMethod && REQUEST_METHOD,
    echoHeaders && REQUEST_HEADERS,
  ];
  const compile = (method: string, names: string): HeaderLines => [
    [ALLOW_CREDENTIALS, credentials ? "true" : ""],
    [ALLOW_METHODS, echoMethod ? method : String(allowMethods)],
    // `*` never covers Authorization, so it is named:
    // https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
    [
      ALLOW_HEADERS,
      echoHeaders ? names : allowHeaders === "*" ? "*,authorization" : String(allowHeaders),
    ],
    [MAX_AGE, String(maxAge)],
    [VARY, varying.filter(Boolean).join(", ")],
  ];
  const constant = compile("", "");
  return ({ headers }) =>
    echoMethod || echoHeaders
      ? compile(
          echoMethodName(headers.get(REQUEST_METHOD) as string),
          echoRequestHeaders(headers.get(REQUEST_HEADERS) ?? ""),
        )
      : constant;
}

function echoMethodName(method: string): string {
  return isMadeOf(TOKEN, method) && !isForbiddenMethod(method) ? method : "";
}
