import { toGate, verdictForAll, warn } from "@crossgate/core/adapter";
import { NextResponse } from "next/server.js";
import type { NextRequestLike, ProxyEventLike } from "./host.ts";
import { compileRoutePolicy, type RoutePolicy } from "./policy.ts";
import { createRewriteWarning } from "./rewrite-warning.ts";

// oxlint-disable-next-line typescript/no-invalid-void-type -- so Next has it: a proxy may say nothing
type ProxyAnswer = Response | null | undefined | void;

/** A proxy by its shape. A method's type, and not a function's, so that the official types fit. */
export type ProxyLike = {
  run(request: NextRequestLike, event: ProxyEventLike): ProxyAnswer | Promise<ProxyAnswer>;
}["run"];

/** `auth` of NextAuth, which is a proxy too: its type says that it reads a session. */
export type SessionProxyLike = () => Promise<object | null>;

/** What `auth` of NextAuth wraps: its type says that it is a route's handler. */
export type WrappedProxy<Wrapped> = Wrapped extends (
  request: infer Req,
  ...rest: never
) => infer Result
  ? [Req, Result] extends [Request, ProxyAnswer | Promise<ProxyAnswer>]
    ? Wrapped
    : never
  : never;

/** What comes after the gate. */
export interface CorsProxyOptions<Wrapped = never> {
  /**
   * Runs the rest of your proxy, for requests that the gate lets through. Without a response Next goes on.
   *
   * @example A login in front of the handlers
   * ```ts
   * corsProxy(
   *   { origin: "*" },
   *   {
   *     proxy: (request) =>
   *       request.headers.has("authorization") ? undefined : new Response(null, { status: 401 }),
   *   },
   * );
   * ```
   */
  readonly proxy?: ProxyLike | SessionProxyLike | WrappedProxy<Wrapped>;
  /**
   * Says which paths `config.matcher` names.
   *
   * Permitted:
   * - `false`: pages too. `corsProxy` warns of a policy that may differ by origin
   * - `true`: route handlers and files only, where such a policy is right
   *
   * @default false
   * @example Only an API
   * ```ts
   * corsProxy({ origin: ["https://myapp.com", "https://*.myapp.com"] }, { routeHandlersOnly: true });
   * ```
   */
  readonly routeHandlersOnly?: boolean;
}

/**
 * Makes a `proxy` for `proxy.ts` that puts a CORS policy in front of the paths of its matcher. It
 * answers preflights and refuses requests. It adds the policy's headers to every other response of
 * Next.
 *
 * On pages that it renders, Next overwrites `Vary`, so only a policy that answers all origins alike
 * is right there: `"*"`, or one origin. Don't put `withCors` behind it: one or the other per path.
 *
 * @param policy the options of `createCors`, a gate, or `(request, event) => options | gate`
 * @param rest what to do besides
 * @returns the function to export as `proxy`
 * @throws CorsConfigError when the policy is refused
 * @example
 * ```ts
 * export const proxy = corsProxy({ origin: "*" });
 * export const config = { matcher: "/api/:path*" };
 * ```
 * @see https://nextjs.org/docs/app/api-reference/file-conventions/proxy
 */
export function corsProxy<const Options, Wrapped = never>(
  policy: RoutePolicy<ProxyEventLike, Options>,
  { proxy, routeHandlersOnly = false }: CorsProxyOptions<Wrapped> = {},
): (request: Request, event: ProxyEventLike) => Promise<Response> {
  const given = policy as RoutePolicy<ProxyEventLike>;
  const source = typeof given === "function" ? given : toGate(given);
  const isStatic = typeof source !== "function" && verdictForAll(source);
  if (!routeHandlersOnly && !isStatic) warnOfPages();
  const guard = compileRoutePolicy(source);
  const run = proxy as ProxyLike | undefined;
  const warnOfRewrite = createRewriteWarning();
  const proceed = async (request: Request, event: ProxyEventLike): Promise<Response> => {
    const response = (await run?.(request as NextRequestLike, event)) ?? NextResponse.next();
    warnOfRewrite(response, request);
    return response;
  };
  return guard(proceed);
}

function warnOfPages(): void {
  warn(
    () =>
      "corsProxy has a policy that may answer each origin differently. Next overwrites Vary on " +
      "the pages that it renders, and a cache may then give one origin's response to another. Let " +
      'config.matcher name route handlers only and say routeHandlersOnly: true, or allow "*" or one origin.',
  );
}
