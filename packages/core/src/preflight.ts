import { DENIED } from "./actual.ts";
import { isMadeOf, TOKEN } from "./fetch/characters.ts";
import { isForbiddenMethod } from "./fetch/method.ts";
import { echoRequestHeaders } from "./fetch/request-headers.ts";
import {
  ALLOW_CREDENTIALS,
  ALLOW_HEADERS,
  ALLOW_METHODS,
  ALLOW_ORIGIN,
  MAX_AGE,
  REQUEST_HEADERS,
  REQUEST_METHOD,
  VARY,
  type HeaderRecord,
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
  only: string | undefined,
): (origin: string | null, request: Request) => HeaderRecord {
  const { credentials, allowMethods, allowHeaders, maxAge } = options;
  const echoMethod = credentials && allowMethods === "*";
  const echoHeaders = credentials && allowHeaders === "*";
  const varying = [
    only !== "*" && "Origin",
    echoMethod && REQUEST_METHOD,
    echoHeaders && REQUEST_HEADERS,
  ];
  const always: Record<string, string> = {};
  for (const [name, value] of Object.entries({
    [ALLOW_CREDENTIALS]: credentials ? "true" : "",
    [ALLOW_METHODS]: echoMethod ? "" : String(allowMethods),
    // `*` never covers Authorization, so it is named:
    // https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
    [ALLOW_HEADERS]: echoHeaders
      ? ""
      : allowHeaders === "*"
        ? "*,authorization"
        : String(allowHeaders),
    [MAX_AGE]: String(maxAge),
    [VARY]: varying.filter(Boolean).join(", "),
  })) {
    if (value) always[name] = value;
  }
  return (origin, { headers }) => {
    if (origin === null) return DENIED;
    const answer: Record<string, string> = { [ALLOW_ORIGIN]: only ?? origin, ...always };
    const method = echoMethod && headers.get(REQUEST_METHOD);
    if (method && isMadeOf(TOKEN, method) && !isForbiddenMethod(method)) {
      answer[ALLOW_METHODS] = method;
    }
    const names = echoHeaders && echoRequestHeaders(headers.get(REQUEST_HEADERS));
    if (names) answer[ALLOW_HEADERS] = names;
    return answer;
  };
}
