import type { Verdict } from "./verdict/verdict.ts";

/**
 * An allowed origin, as browsers serialise it: `https://myapp.com`. `*.` in front of the host stands
 * for one or more labels and never for the apex, `:*` behind it for any port or none:
 * `https://*.myapp.com`, `http://localhost:*`.
 */
export type OriginPattern = `${string}://${string}`;

/** A pattern, an anchored RegExp, or a non-empty list of them. */
export type OriginList = OriginPattern | RegExp | readonly (OriginPattern | RegExp)[];

/** What an origin function may answer: `true`, or the very origin it was asked about, allows. */
export type OriginAnswer = boolean | string | null | undefined;

/**
 * Decides about one origin.
 *
 * Asked only about well-formed serialised origins, and about `"null"` and `"file://"` unless
 * `credentials` is on.
 * What it throws or rejects with denies, is reported, and never reaches a response.
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

/** The options that do not depend on each other. */
export interface CommonOptions<Context = unknown> {
  /**
   * Methods that a page may use beyond GET, HEAD and POST, which need no permission. Matched byte
   * for byte, as browsers do; `[]` allows no other, `"*"` allows any.
   *
   * @default ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "QUERY"]
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-methods
   */
  readonly allowMethods?: "*" | readonly string[] | undefined;
  /**
   * Request headers that a page may set. `"*"` allows any, `Authorization` too; `[]` allows none.
   *
   * @default "*"
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-headers
   */
  readonly allowHeaders?: "*" | readonly string[] | undefined;
  /**
   * Seconds for which a browser may remember a preflight: a whole number from 0 to 86400. Chromium
   * caps it at 7200, Firefox at 86400, WebKit at 600. `0` is sent, and turns remembering off.
   *
   * @default 600
   * @see https://fetch.spec.whatwg.org/#http-access-control-max-age
   */
  readonly maxAge?: number | undefined;
  /**
   * The status of an allowed preflight, 200 to 299.
   *
   * @default 204
   */
  readonly preflightStatus?: number | undefined;
  /**
   * Lets the handler answer preflights from allowed origins. Its status stands, so it must be 2xx,
   * and the gate adds what the handler did not set.
   *
   * @default false
   */
  readonly preflightContinue?: boolean | undefined;
  /**
   * Answers a cross-origin request from an origin that is not allowed with 403, WebSocket upgrades
   * included, before the handler runs. Neither access control nor CSRF protection.
   *
   * @default false
   */
  readonly refuseDenied?: boolean | undefined;
  /**
   * The server's own origins, for requests without `Sec-Fetch-Site` (WebSocket handshakes). Give it
   * where a proxy rewrites `Host`; without it the request's URL tells. Judged as `origin` is: with
   * `credentials` no `http:` origin either, which whoever sits on the network can be.
   */
  readonly selfOrigins?: OriginList | undefined;
  /**
   * Lets `credentials` go to `http:` origins beyond loopback, where anyone on the network can be them.
   *
   * @default false
   */
  readonly dangerouslyAllowInsecureOrigins?: boolean | undefined;
  /** Sees every decision once, for logs and metrics. What it throws is reported and changes nothing. */
  readonly onVerdict?: ((verdict: Verdict, request: Request, context: Context) => void) | undefined;
  /**
   * Turns what the handler threw into a response, which then gets CORS headers like any other: the
   * page sees the status, and not "CORS error".
   */
  readonly onError?:
    | ((error: unknown, request: Request, context: Context) => Response | Promise<Response>)
    | undefined;
}

/** Without credentials anything may be open. */
export interface UncredentialedOptions {
  /**
   * Whether the page may send cookies, and the browser's HTTP credentials, and read the answer. Not
   * needed for an `Authorization` header that the page sets itself.
   *
   * @default false
   * @see https://fetch.spec.whatwg.org/#http-access-control-allow-credentials
   */
  readonly credentials?: false | undefined;
  /**
   * Response headers that a page may read beyond the safelisted seven; `"*"` for all but cookies.
   *
   * @default []
   * @see https://fetch.spec.whatwg.org/#http-access-control-expose-headers
   */
  readonly exposeHeaders?: "*" | readonly string[] | undefined;
}

/** With credentials every origin and every exposed header is named: there `*` is no wildcard. */
export interface CredentialedOptions {
  /** Whether the page may send cookies, and the browser's HTTP credentials, and read the answer. */
  readonly credentials?: boolean | undefined;
  /**
   * Response headers that a page may read beyond the safelisted seven.
   *
   * @default []
   */
  readonly exposeHeaders?: readonly string[] | undefined;
}

/** Every page on the web may read, none with credentials. */
export interface AnyOrigin extends UncredentialedOptions {
  /** Who may read; required. */
  readonly origin: "*";
}

/** The origins are known at construction. */
export type ListedOrigins = { /** Who may read; required. */ readonly origin: OriginList } & (
  | UncredentialedOptions
  | CredentialedOptions
);

/** A function knows the origins. */
export type AskedOrigins<Context> = {
  /** Who may read; required. */ readonly origin: OriginFunction<Context>;
} & (UncredentialedOptions | CredentialedOptions);

/** A policy that needs to ask nobody: `check` answers at once. */
export type StaticCorsOptions<Context = unknown> = CommonOptions<Context> &
  (AnyOrigin | ListedOrigins);

/** A policy that asks a function: `check` answers with a promise. */
export type AskingCorsOptions<Context = unknown> = CommonOptions<Context> & AskedOrigins<Context>;

/** Everything that `createCors` accepts. */
export type CorsOptions<Context = unknown> =
  | StaticCorsOptions<Context>
  | AskingCorsOptions<Context>;

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
