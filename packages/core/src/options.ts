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
 * An entry of a list of origins. Any text compiles, because it may come out of a configuration
 * file; `createCors` checks it when it runs. An editor suggests the shape of a pattern.
 */
export type OriginEntry =
  | OriginPattern
  | (string & {})
  | RegExp
  | originsFromReadsVariablesThatMayBeUnset;

/** A pattern, an anchored RegExp, or a non-empty list of them. */
export type OriginList = OriginEntry | readonly OriginEntry[];

/**
 * The answer of an origin function.
 *
 * - `true`, or the origin that it was asked about: allows
 * - `false`, `null`, `undefined`, or another text: denies
 */
export type OriginAnswer = boolean | string | null | undefined;

/**
 * Decides about one origin.
 *
 * The gate asks it only about well-formed serialised origins, and about `"null"` and `"file://"`
 * unless `credentials` is on. When it throws or rejects, the gate denies the origin and reports the
 * error, which never reaches a response.
 *
 * @param origin the request's `Origin`
 * @param context the value that the adapter passes on, or the second argument of the wrapped handler
 * @param request the request, unless `allows` asks about the origin
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
   * Permitted:
   * - a list of names: these. DELETE, GET, HEAD, OPTIONS, POST and PUT are made upper case
   * - `[]`: none beyond the three
   * - `"*"`: any
   *
   * Refused:
   * - CONNECT, TRACE and TRACK, which no page may send
   * - `patch` and `query` in lower case, which never match
   * - several names in one text
   *
   * @default ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "QUERY"]
   * @example Two methods
   * ```ts
   * createCors({ origin: "https://myapp.com", allowMethods: ["PUT", "DELETE"] });
   * ```
   * @example None beyond GET, HEAD and POST
   * ```ts
   * createCors({ origin: "https://myapp.com", allowMethods: [] });
   * ```
   * @example Wrong: one text
   * ```ts
   * // @ts-expect-error write ["PUT", "DELETE"]
   * createCors({ origin: "https://myapp.com", allowMethods: "PUT,DELETE" });
   * ```
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-methods
   */
  readonly allowMethods?: "*" | readonly string[] | undefined;
  /**
   * Allows request headers that a page sets.
   *
   * Permitted:
   * - a list of names: these, in any case
   * - `[]`: none beyond the safelisted ones
   * - `"*"`: any, `Authorization` too
   *
   * Refused:
   * - names that no script may set: `cookie`, `host`, `sec-…`
   * - response headers of CORS
   * - several names in one text
   *
   * @default "*"
   * @example JSON and a token
   * ```ts
   * createCors({ origin: "https://myapp.com", allowHeaders: ["content-type", "authorization"] });
   * ```
   * @example Safelisted headers only
   * ```ts
   * createCors({ origin: "https://myapp.com", allowHeaders: [] });
   * ```
   * @example Wrong: one text
   * ```ts
   * // @ts-expect-error write ["content-type", "authorization"]
   * createCors({ origin: "https://myapp.com", allowHeaders: "content-type, authorization" });
   * ```
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-headers
   */
  readonly allowHeaders?: "*" | readonly string[] | undefined;
  /**
   * Sets the seconds for which a browser may cache a preflight.
   *
   * Permitted:
   * - a whole number from 1 to 86400. Chromium caches for at most 7200, Firefox 86400, WebKit 600
   * - `0`: the gate sends it, and browsers cache nothing
   *
   * Refused:
   * - fractions, negative numbers, and numbers above 86400
   * - texts, such as an environment variable
   *
   * @default 600
   * @example As long as Chromium caches
   * ```ts
   * createCors({ origin: "https://myapp.com", maxAge: 7200 });
   * ```
   * @example While the policy changes often
   * ```ts
   * createCors({ origin: "https://myapp.com", maxAge: 0 });
   * ```
   * @example Wrong: a text
   * ```ts
   * // @ts-expect-error write 7200
   * createCors({ origin: "https://myapp.com", maxAge: "7200" });
   * ```
   * @see https://fetch.spec.whatwg.org/#http-access-control-max-age
   */
  readonly maxAge?: number | undefined;
  /**
   * Sets the status of an allowed preflight. Browsers take each of them; some old proxies want 200.
   *
   * Permitted:
   * - a whole number from 200 to 299
   *
   * Refused:
   * - every other status, with which browsers fail the preflight
   *
   * @default 204
   * @example For an old proxy
   * ```ts
   * createCors({ origin: "https://myapp.com", preflightStatus: 200 });
   * ```
   */
  readonly preflightStatus?: number | undefined;
  /**
   * Decides who answers preflights from allowed origins.
   *
   * Permitted:
   * - `false`: the gate
   * - `true`: the handler. Its status stands, so it must be 2xx. The gate adds the CORS headers that the
   *   handler did not set
   *
   * @default false
   * @example A handler that lists its methods
   * ```ts
   * const cors = createCors({ origin: "https://myapp.com", preflightContinue: true });
   * cors.wrap(() => new Response(null, { status: 204, headers: { allow: "GET, PUT" } }));
   * ```
   */
  readonly preflightContinue?: boolean | undefined;
  /**
   * Decides what a cross-origin request from a denied origin gets. It is neither access control nor
   * CSRF protection.
   *
   * Permitted:
   * - `false`: the handler's response, which the browser keeps from the page
   * - `true`: 403 before the handler runs, WebSocket upgrades included
   *
   * @default false
   * @example WebSockets for your own pages only
   * ```ts
   * const selfOrigins = "https://api.myapp.com";
   * createCors({ origin: "https://myapp.com", refuseDenied: true, selfOrigins });
   * ```
   */
  readonly refuseDenied?: boolean | undefined;
  /**
   * Names the server's own origins, for requests without `Sec-Fetch-Site` (WebSocket handshakes). Give
   * it where a proxy rewrites `Host`. Without it the request's URL tells.
   *
   * - a pattern, a RegExp, or a list of them, checked as `origin` is
   *
   * Refused:
   * - `"*"`, and an empty list
   * - with `credentials`, an `http:` origin beyond this machine
   *
   * @example Behind a proxy that rewrites Host
   * ```ts
   * const selfOrigins = "https://api.myapp.com";
   * createCors({ origin: "https://myapp.com", refuseDenied: true, selfOrigins });
   * ```
   * @example A server with two names
   * ```ts
   * const selfOrigins = ["https://api.myapp.com", "https://api.myapp.eu"];
   * createCors({ origin: "https://myapp.com", refuseDenied: true, selfOrigins });
   * ```
   */
  readonly selfOrigins?: OriginList | undefined;
  /**
   * Decides whether `credentials` go to `http:` origins beyond this machine, where anyone on the network
   * can be them.
   *
   * Permitted:
   * - `false`: such an origin is refused in a list, and denied where a RegExp or a function allows it
   * - `true`: it is allowed
   *
   * @default false
   * @example A page on a closed network
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
   * Sees every decision once, for logs and metrics. The gate reports an error that it throws, and the
   * response does not change. The gate does not wait for a promise that it returns.
   *
   * @example A log
   * ```ts
   * createCors({ origin: "https://myapp.com", onVerdict: ({ detail }) => console.log(detail) });
   * ```
   * @example A count of denied origins
   * ```ts
   * let denied = 0;
   * createCors({
   *   origin: "https://myapp.com",
   *   onVerdict: ({ reason }) => {
   *     if (reason === "origin-denied") denied += 1;
   *   },
   * });
   * ```
   */
  readonly onVerdict?: ((verdict: Verdict, request: Request, context: Context) => void) | undefined;
  /**
   * Turns an error of the handler into a response, which then gets CORS headers like any other. The page
   * sees the status in place of "CORS error". Without `onError` the error goes on to the host.
   *
   * @example Every error is a 500
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
   * Permitted:
   * - a pattern: `"https://myapp.com"`, `"https://*.myapp.com"` for every host below it,
   *   `"http://localhost:*"` for any port
   * - a RegExp from `^` to `$`, with `\.` for a dot
   * - a list of these, which a configuration may hold
   * - a function, which the gate asks for each request and which may be asynchronous
   * - `"*"`: any page on the web, without credentials
   * - `originsFrom(process.env.ALLOWED_ORIGINS)`: the origins in an environment variable
   *
   * Refused:
   * - an unset variable, and an empty list
   * - `"null"` and `"file://"`; a function may allow them
   * - texts that browsers never send; the error says what to write
   *
   * @example An application and its subdomains
   * ```ts
   * createCors({ origin: ["https://myapp.com", "https://*.myapp.com"] });
   * ```
   * @example Preview deployments
   * ```ts
   * createCors({ origin: /^https:\/\/app-[a-z0-9]+-myteam\.vercel\.app$/ });
   * ```
   * @example A look-up
   * ```ts
   * const customers = new Set(["https://customer.example"]);
   * createCors({ origin: async (origin) => customers.has(origin) });
   * ```
   * @example An environment variable
   * ```ts
   * createCors({ origin: originsFrom(process.env.ALLOWED_ORIGINS) });
   * ```
   * @example Wrong: a variable that may be unset
   * ```ts
   * // @ts-expect-error write originsFrom(process.env.ALLOWED_ORIGINS)
   * createCors({ origin: process.env.ALLOWED_ORIGINS });
   * ```
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-origin
   */
  readonly origin: Origin;
}

/** Whether a page sends cookies, and what it reads of the response besides its body. */
export interface CredentialsOptions {
  /**
   * Decides whether the page may send cookies, and the browser's HTTP credentials, and read the
   * response. An `Authorization` header that the page sets itself does not need it.
   *
   * Permitted:
   * - `false`: it may not
   * - `true`: it may. `origin` and `exposeHeaders` then name what they allow, in place of `"*"`
   *
   * @default false
   * @example Cookies of your own pages
   * ```ts
   * createCors({ origin: "https://myapp.com", credentials: true });
   * ```
   * @example Wrong: cookies of every page on the web
   * ```ts
   * // @ts-expect-error name the origins in place of "*"
   * createCors({ origin: "*", credentials: true });
   * ```
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-credentials
   */
  readonly credentials?: boolean | CredentialsNeedNamedOrigins | undefined;
  /**
   * Lets a page read response headers beyond the seven safelisted ones.
   *
   * Permitted:
   * - a list of names: these, and those that a handler exposes itself
   * - `[]`: only those that a handler exposes itself
   * - `"*"`: all except cookies; only without credentials
   *
   * Refused:
   * - `set-cookie`, which no page may read
   * - several names in one text
   *
   * @default []
   * @example A request id and an ETag
   * ```ts
   * createCors({ origin: "https://myapp.com", exposeHeaders: ["x-request-id", "etag"] });
   * ```
   * @example Everything, for a public API
   * ```ts
   * createCors({ origin: "*", exposeHeaders: "*" });
   * ```
   * @example Wrong: everything, with cookies
   * ```ts
   * // @ts-expect-error name the headers in place of "*"
   * createCors({ origin: "https://myapp.com", credentials: true, exposeHeaders: "*" });
   * ```
   * @see https://fetch.spec.whatwg.org/#http-access-control-expose-headers
   */
  readonly exposeHeaders?: "*" | readonly string[] | CredentialsNeedNamedHeaders | undefined;
}

/** Without credentials anything may be open. */
export interface WithoutCredentials extends CredentialsOptions {
  /** Decides whether the page may send cookies and read the response: `false`, it may not. */
  readonly credentials?: false | undefined;
  /** Lets a page read response headers beyond the seven safelisted ones: a list of names, or `"*"`. */
  readonly exposeHeaders?: "*" | readonly string[] | undefined;
}

/** With credentials every exposed header is named: there `*` is no wildcard. */
export interface WithCredentials extends CredentialsOptions {
  /**
   * Decides whether the page may send cookies and read the response.
   *
   * Permitted:
   * - `false`: it may not
   * - `true`: it may. `origin` and `exposeHeaders` then name what they allow, in place of `"*"`
   *
   * @default false
   */
  readonly credentials?: boolean | undefined;
  /**
   * Lets a page read response headers beyond the seven safelisted ones.
   *
   * Permitted:
   * - a list of names: these, and those that a handler exposes itself
   * - `[]`: only those that a handler exposes itself
   *
   * @default []
   */
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
  | NamedOrigins
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
