import { isToken } from "../fetch/characters.ts";
import {
  ALLOW_CREDENTIALS,
  ALLOW_HEADERS,
  ALLOW_METHODS,
  MAX_AGE,
  REQUEST_HEADERS,
  REQUEST_METHOD,
  VARY,
} from "../fetch/cors-header.ts";
import { isForbiddenMethod } from "../fetch/method.ts";
import { echoRequestHeaders } from "../fetch/request-headers.ts";
import type { Policy } from "../policy.ts";
import { writeLines, type HeaderLines } from "./header-lines.ts";
import { leaveTrace } from "./trace.ts";

/** Names that a preflight's response allows. */
export interface Names {
  has(name: string): boolean;
}

/** What an allowed origin is told that asks with a preflight. */
export interface Permission {
  readonly methods: Names;
  /** Names in lower case. */
  readonly headers: Names;
  readonly lines: HeaderLines;
}

const ANY: Names = { has: () => true };

/**
 * Compiles the permission of a policy.
 *
 * Full lists, and not the one method that was asked for: the browser caches every entry, so the next
 * request needs no preflight. A method or header that is not listed is for the browser to refuse,
 * which also names the culprit to the developer. With credentials `*` would be a literal name, so the
 * names that the request asks for are echoed.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function compilePermission({
  options,
  onlyOrigin,
}: Policy<never>): (request: Request) => Permission {
  const { credentials, allowMethods, allowHeaders, maxAge } = options;
  const echoMethod = credentials && allowMethods === "*";
  const echoHeaders = credentials && allowHeaders === "*";
  const varying = [
    onlyOrigin !== "*" && "Origin",
    echoMethod && REQUEST_METHOD,
    echoHeaders && REQUEST_HEADERS,
  ];
  const compile = (
    methods: "*" | readonly string[],
    headers: "*" | readonly string[],
  ): Permission => ({
    methods: namesOf(methods),
    headers: namesOf(headers),
    lines: [
      [ALLOW_CREDENTIALS, credentials ? "true" : ""],
      [ALLOW_METHODS, String(methods)],
      // `*` never covers Authorization, so it is named:
      // https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
      [ALLOW_HEADERS, headers === "*" ? "*,authorization" : String(headers)],
      [MAX_AGE, String(maxAge)],
      [VARY, varying.filter(Boolean).join(", ")],
    ],
  });
  if (!echoMethod && !echoHeaders) {
    const constant = compile(allowMethods, allowHeaders);
    return () => constant;
  }
  return ({ headers }) =>
    compile(
      echoMethod ? echoRequestMethod(headers.get(REQUEST_METHOD) as string) : allowMethods,
      echoHeaders ? echoRequestHeaders(headers.get(REQUEST_HEADERS) ?? "") : allowHeaders,
    );
}

/** Answers a preflight with a permission, in place of the handler. */
export function answerPreflight(
  { lines }: Permission,
  status: number,
  allowOrigin: string | null,
): Response {
  const response = new Response(null, { status });
  writeLines(response.headers, lines, allowOrigin);
  leaveTrace(response, lines);
  return response;
}

function namesOf(names: "*" | readonly string[]): Names {
  return names === "*" ? ANY : new Set(names);
}

function echoRequestMethod(method: string): readonly string[] {
  return isToken(method) && !isForbiddenMethod(method) ? [method] : [];
}
