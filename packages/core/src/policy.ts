import { isInsecureOrigin, parseOrigin } from "./fetch/origin.ts";
import type { NormalizedCorsOptions, OriginFunction, OriginList } from "./options.ts";
import { compileOrigins, type OriginMatcher } from "./origin/matcher.ts";
import { parsePattern } from "./origin/pattern.ts";

/** A policy compiled once to the strings and the matcher that requests need. Never written to. */
export interface Policy<Context> {
  readonly options: NormalizedCorsOptions<Context>;
  /** Decides at once; for a policy that asks a function, what even the function can't allow is `false`. */
  readonly mayAllow: OriginMatcher;
  /** The policy's origin function. */
  readonly ask: OriginFunction<Context> | undefined;
  /** Knows the server's own origins, where they are given. */
  readonly isSelf: OriginMatcher | undefined;
  /**
   * The one value of `Access-Control-Allow-Origin` for every response, whoever asks, or `undefined`
   * when it depends on the request.
   *
   * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
   */
  readonly staticOrigin: string | undefined;
  readonly anyOrigin: boolean;
  readonly credentials: boolean;
  /** Comma-joined values; `undefined` leaves the header out. */
  readonly exposeHeaders: string | undefined;
  readonly allowMethods: string | undefined;
  readonly allowHeaders: string | undefined;
  /** With credentials `*` would be a literal name, so what was asked for is echoed. */
  readonly echoMethod: boolean;
  readonly echoHeaders: boolean;
  readonly maxAge: string;
  /** The `Vary` of a preflight answer, `undefined` when it is the same for everyone. */
  readonly preflightVary: string | undefined;
}

export function compilePolicy<Context>(options: NormalizedCorsOptions<Context>): Policy<Context> {
  const { origin, credentials, allowMethods, allowHeaders, exposeHeaders } = options;
  const anyOrigin = origin === "*";
  const echoMethod = credentials && allowMethods === "*";
  const echoHeaders = credentials && allowHeaders === "*";
  return {
    options,
    mayAllow: compileMatcher(options),
    ask: typeof origin === "function" ? origin : undefined,
    isSelf: options.selfOrigins && compileOrigins(options.selfOrigins),
    staticOrigin: options.refuseDenied ? undefined : staticOriginOf(origin),
    anyOrigin,
    credentials,
    exposeHeaders: join(exposeHeaders),
    allowMethods: join(allowMethods),
    // `*` never covers Authorization, so it is named: https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
    allowHeaders: allowHeaders === "*" ? "*,authorization" : join(allowHeaders),
    echoMethod,
    echoHeaders,
    maxAge: String(options.maxAge),
    preflightVary:
      [
        anyOrigin ? "" : "Origin",
        echoMethod ? "Access-Control-Request-Method" : "",
        echoHeaders ? "Access-Control-Request-Headers" : "",
      ]
        .filter(Boolean)
        .join(", ") || undefined,
  };
}

function compileMatcher<Context>(options: NormalizedCorsOptions<Context>): OriginMatcher {
  const { origin, credentials, dangerouslyAllowInsecureOrigins } = options;
  if (origin === "*") return () => true;
  const matches =
    typeof origin === "function" ? isAskable(credentials) : compileOrigins(origin as OriginList);
  // Patterns were judged at construction; what a RegExp or a function lets through is judged here.
  return credentials && !dangerouslyAllowInsecureOrigins
    ? (candidate) => matches(candidate) && !isInsecureOrigin(candidate)
    : matches;
}

/** Functions are asked about well-formed origins, and about `null` where no credentials can leak. */
function isAskable(credentials: boolean): OriginMatcher {
  return (candidate) =>
    candidate === "null" ? !credentials : parseOrigin(candidate) !== undefined;
}

/** `*`, or the only origin there is. */
function staticOriginOf(origin: unknown): string | undefined {
  const only = Array.isArray(origin) && origin.length === 1 ? origin[0] : origin;
  if (only === "*") return only;
  const pattern = typeof only === "string" ? parsePattern(only) : undefined;
  return pattern && !pattern.subdomains && !pattern.anyPort ? (only as string) : undefined;
}

/** The list as a header value; an empty one is no header at all. */
function join(names: "*" | readonly string[]): string | undefined {
  return names === "*" ? names : names.join(",") || undefined;
}
