import type { Verdict } from "./verdict/verdict.ts";

/**
 * An allowed origin, as browsers serialise it: `https://myapp.com`. `*.` in front of the host stands
 * for one or more labels and never for the apex, `:*` behind it for any port or none:
 * `https://*.myapp.com`, `http://localhost:*`.
 */
export type OriginPattern = `${string}://${string}`;

/** Nothing is of this type: the compiler names it where a variable may be unset. */
export interface originsFromReadsVariablesThatMayBeUnset {
  readonly "write originsFrom(variable), which throws when it is unset": never;
}

/**
 * An entry of a list of origins. Any text compiles, with the shape of a pattern as an editor's
 * suggestion: it may come out of a configuration file, and `createCors` checks it when it runs.
 */
export type OriginEntry =
  | OriginPattern
  | (string & {})
  | RegExp
  | originsFromReadsVariablesThatMayBeUnset;

/** A pattern, an anchored RegExp, or a non-empty list of them. */
export type OriginList = OriginEntry | readonly OriginEntry[];

/** What an origin function may answer: `true`, or the very origin it was asked about, allows. */
export type OriginAnswer = boolean | string | null | undefined;

/**
 * Decides about one origin.
 *
 * Asked only about well-formed serialised origins, and about `"null"` and `"file://"` unless
 * `credentials` is on. What it throws or rejects with denies, is reported, and never reaches a
 * response.
 *
 * @param origin the request's `Origin`
 * @param context what the adapter passes on, or the second argument of the wrapped handler
 * @param request the request, unless the origin was asked about through `allows`
 */
export type OriginFunction<Context = unknown> = (
  origin: string,
  context: Context,
  request?: Request,
) => OriginAnswer | Promise<OriginAnswer>;

/** Nothing is of this type: the compiler names it where `"*"` meets `credentials: true`. */
export interface CredentialsNeedNamedOrigins {
  readonly 'with credentials, name the origins in place of "*"': never;
}

/** Nothing is of this type: the compiler names it where `exposeHeaders: "*"` meets `credentials: true`. */
export interface CredentialsNeedNamedHeaders {
  readonly 'with credentials, name the exposed headers in place of "*"': never;
}

/** The options that do not depend on each other. */
export interface CommonOptions<Context = unknown> {
  /**
   * Allows methods beyond GET, HEAD and POST, which need no permission. Browsers compare them byte for
   * byte.
   *
   * - a list of names: these. DELETE, GET, HEAD, OPTIONS, POST and PUT are made upper case
   * - `[]`: none beyond the three
   * - `"*"`: any
   *
   * Refused: CONNECT, TRACE and TRACK, which no page may send; `patch` and `query` in lower case, which
   * never match; `"GET,PUT"` in one text.
   *
   * @default ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "QUERY"]
   * @example
   * ```ts
   * createCors({ origin: "https://myapp.com", allowMethods: ["PUT", "DELETE"] });
   * ```
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-methods
   */
  readonly allowMethods?: "*" | readonly string[] | undefined;
  /**
   * Allows request headers that a page sets.
   *
   * - a list of names: these, whatever their case
   * - `[]`: none beyond the safelisted ones
   * - `"*"`: any, `Authorization` too
   *
   * Refused: names that no script may set (`cookie`, `host`, `sec-…`), response headers of CORS, several
   * names in one text.
   *
   * @default "*"
   * @example
   * ```ts
   * createCors({ origin: "https://myapp.com", allowHeaders: ["content-type", "authorization"] });
   * ```
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-headers
   */
  readonly allowHeaders?: "*" | readonly string[] | undefined;
  /**
   * Sets the seconds for which a browser may cache a preflight: a whole number from 0 to 86400.
   *
   * - `0`: it is sent, and turns caching off
   * - Chromium keeps a preflight for at most 7200, Firefox for 86400, WebKit for 600
   *
   * Refused: fractions, negative numbers, texts.
   *
   * @default 600
   * @example
   * ```ts
   * createCors({ origin: "https://myapp.com", maxAge: 7200 });
   * ```
   * @see https://fetch.spec.whatwg.org/#http-access-control-max-age
   */
  readonly maxAge?: number | undefined;
  /**
   * Sets the status of an allowed preflight: a whole number from 200 to 299. Browsers take any of them;
   * some old proxies want 200.
   *
   * @default 204
   * @example
   * ```ts
   * createCors({ origin: "https://myapp.com", preflightStatus: 200 });
   * ```
   */
  readonly preflightStatus?: number | undefined;
  /**
   * Decides who answers preflights from allowed origins.
   *
   * - `false`: the gate
   * - `true`: the handler. Its status stands, so it must be 2xx, and the gate adds the CORS headers that
   *   the handler did not set
   *
   * @default false
   * @example
   * ```ts
   * createCors({ origin: "https://myapp.com", preflightContinue: true });
   * ```
   */
  readonly preflightContinue?: boolean | undefined;
  /**
   * Decides what a cross-origin request gets from an origin that is not allowed.
   *
   * - `false`: the handler's response, which the browser keeps from the page
   * - `true`: 403 before the handler runs, WebSocket upgrades included
   *
   * It is neither access control nor CSRF protection.
   *
   * @default false
   * @example
   * ```ts
   * createCors({ origin: "https://myapp.com", refuseDenied: true });
   * ```
   */
  readonly refuseDenied?: boolean | undefined;
  /**
   * Names the server's own origins, for requests without `Sec-Fetch-Site` (WebSocket handshakes). Give
   * it where a proxy rewrites `Host`. Without it the request's URL tells.
   *
   * - a pattern, a RegExp, or a list of them, checked as `origin` is
   *
   * Refused: `"*"`, an empty list, and with `credentials` an `http:` origin beyond this machine.
   *
   * @example
   * ```ts
   * createCors({ origin: "https://myapp.com", refuseDenied: true, selfOrigins: "https://api.myapp.com" });
   * ```
   */
  readonly selfOrigins?: OriginList | undefined;
  /**
   * Decides whether `credentials` go to `http:` origins beyond this machine, where anyone on the network
   * can be them.
   *
   * - `false`: such an origin is refused in a list, and denied where a RegExp or a function allows it
   * - `true`: it is allowed
   *
   * @default false
   * @example
   * ```ts
   * createCors({
   *   origin: "http://intranet.example",
   *   credentials: true,
   *   dangerouslyAllowInsecureOrigins: true,
   * });
   * ```
   */
  readonly dangerouslyAllowInsecureOrigins?: boolean | undefined;
  /**
   * Sees every decision once, for logs and metrics. What it throws is reported and changes nothing.
   *
   * @example
   * ```ts
   * createCors({ origin: "https://myapp.com", onVerdict: ({ detail }) => console.log(detail) });
   * ```
   */
  readonly onVerdict?: ((verdict: Verdict, request: Request, context: Context) => void) | undefined;
  /**
   * Turns what the handler threw into a response, which then gets CORS headers like any other: the page
   * sees the status, and not "CORS error". Without it the error goes on to the host.
   *
   * @example
   * ```ts
   * createCors({
   *   origin: "https://myapp.com",
   *   onError: () => Response.json({ error: "internal" }, { status: 500 }),
   * });
   * ```
   */
  readonly onError?:
    | ((error: unknown, request: Request, context: Context) => Response | Promise<Response>)
    | undefined;
}

/** The one option that every policy needs. */
export interface OriginOption<Origin> {
  /**
   * Says who may read; required.
   *
   * - a pattern: `"https://myapp.com"`, `"https://*.myapp.com"` for every host below it,
   *   `"http://localhost:*"` for any port
   * - a RegExp from `^` to `$`, with `\.` for a dot
   * - a list of these, also one of texts that a configuration holds
   * - a function, which is asked for each request and may be asynchronous
   * - `"*"`: any page on the web, without credentials
   * - `originsFrom(process.env.ALLOWED_ORIGINS)`: what an environment variable holds
   *
   * Refused: an unset variable, an empty list, `"null"` and `"file://"` (a function may allow them),
   * and what browsers never send; the error says what to write.
   *
   * @example
   * ```ts
   * createCors({ origin: ["https://myapp.com", "https://*.myapp.com"] });
   * ```
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-origin
   */
  readonly origin: Origin;
}

/** Without credentials anything may be open. */
export interface WithoutCredentials {
  /**
   * Decides whether the page may send cookies, and the browser's HTTP credentials, and read the
   * response. An `Authorization` header that the page sets itself does not need it.
   *
   * - `false`: it may not
   * - `true`: it may. Then `origin` and `exposeHeaders` name what they allow, in place of `"*"`
   *
   * @default false
   * @example
   * ```ts
   * createCors({ origin: "https://myapp.com", credentials: true });
   * ```
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-credentials
   */
  readonly credentials?: false | undefined;
  /**
   * Lets a page read response headers beyond the seven safelisted ones.
   *
   * - a list of names: these, and those that a handler exposes itself
   * - `[]`: only those that a handler exposes itself
   * - `"*"`: all but cookies; only without credentials
   *
   * Refused: `set-cookie`, which no page may read; several names in one text.
   *
   * @default []
   * @example
   * ```ts
   * createCors({ origin: "https://myapp.com", exposeHeaders: ["x-request-id"] });
   * ```
   * @see https://fetch.spec.whatwg.org/#http-access-control-expose-headers
   */
  readonly exposeHeaders?: "*" | readonly string[] | undefined;
}

/** With credentials every exposed header is named: there `*` is no wildcard. */
export interface WithCredentials {
  /** Decides whether the page may send cookies and read the response: `true` or `false`. */
  readonly credentials?: boolean | undefined;
  /** Lets a page read response headers beyond the seven safelisted ones: a list of names. */
  readonly exposeHeaders?: readonly string[] | CredentialsNeedNamedHeaders | undefined;
}

type Policy<Context, Origin> = CommonOptions<Context> &
  OriginOption<Origin> &
  (WithoutCredentials | WithCredentials);

/** A policy that needs to ask no one: `check` answers at once. */
export type StaticCorsOptions<Context = unknown> = Policy<Context, "*" | OriginList>;

/** A policy that asks a function: `check` answers with a promise. */
export type AskingCorsOptions<Context = unknown> = Policy<Context, OriginFunction<Context>>;

/** Everything that `createCors` accepts. */
export type CorsOptions<Context = unknown> = Policy<
  Context,
  | "*"
  | OriginPattern
  | (string & {})
  | RegExp
  | readonly OriginEntry[]
  | OriginFunction<Context>
  | originsFromReadsVariablesThatMayBeUnset
>;

/** A policy of which the compiler can tell that it needs to ask no one, and has no `"*"` with credentials. */
export type PlainStaticOptions<Context> = CommonOptions<Context> &
  (
    | (OriginOption<"*" | OriginList> & WithoutCredentials)
    | (OriginOption<NamedOrigins> & WithCredentials)
  );

/** A policy of any kind in which the compiler sees no `"*"` with credentials. */
export type PlainOptions<Context> = CommonOptions<Context> &
  (
    | (OriginOption<
        | "*"
        | (string & {})
        | NamedOrigins
        | OriginFunction<Context>
        | originsFromReadsVariablesThatMayBeUnset
      > &
        WithoutCredentials)
    | (OriginOption<
        | NamedOrigins
        | OriginFunction<Context>
        | CredentialsNeedNamedOrigins
        | originsFromReadsVariablesThatMayBeUnset
      > &
        WithCredentials)
  );

// Written out, so that the compiler says what is in it.
type NamedOrigins =
  | OriginPattern
  | RegExp
  | readonly (OriginPattern | (string & {}) | RegExp | originsFromReadsVariablesThatMayBeUnset)[];

/** What `credentials` may be beside an origin: not `true` beside `"*"`. */
export interface CredentialsBeside<Origin> {
  readonly credentials?:
    | ("*" extends Origin
        ? Origin extends "*"
          ? false | CredentialsNeedNamedOrigins
          : boolean
        : boolean)
    | undefined;
}

/** A policy after validation: every default filled in, deep-frozen, accepted by `createCors` again. */
export type NormalizedCorsOptions<Context = unknown> = CorsOptions<Context> & {
  readonly allowMethods: "*" | readonly string[];
  readonly allowHeaders: "*" | readonly string[];
  readonly exposeHeaders: "*" | readonly string[];
  readonly credentials: boolean;
  readonly maxAge: number;
  readonly preflightStatus: number;
  readonly preflightContinue: boolean;
  readonly refuseDenied: boolean;
  readonly dangerouslyAllowInsecureOrigins: boolean;
};
