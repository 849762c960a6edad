import type { Guard } from "@crossgate/core/adapter";
import { isControlFlow, responseOf } from "./control-flow.ts";
import type { NextRequestLike, RouteContextLike } from "./host.ts";
import { compileRoutePolicy, type RoutePolicy } from "./policy.ts";

/** The methods that a route module may export a handler for. */
const METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"] as const;

type Method = (typeof METHODS)[number];
// oxlint-disable-next-line typescript/no-invalid-void-type -- so Next has it: a handler may only redirect
type Answer = Response | void;

/** What is wrapped: any handler, as the host calls it. */
type Handler = (
  this: unknown,
  request: Request,
  context: RouteContextLike,
  ...rest: unknown[]
) => Answer | Promise<Answer>;

/** Route handlers by their shape. Methods, and not properties, so that the official types fit. */
export type RouteHandlersLike = {
  [Name in Method]?: {
    handle(request: NextRequestLike, context: RouteContextLike): Answer | Promise<Answer>;
  }["handle"];
};

/** The context that the handlers take. */
export type ContextOf<Handlers> = Handlers[keyof Handlers] extends infer Each
  ? Each extends (request: never, context: infer Context, ...rest: never[]) => unknown
    ? unknown extends Context
      ? RouteContextLike
      : Context
    : never
  : never;

/** A handler that may answer with the gate's response, and that takes the host's arguments. */
export type GuardedHandler<Handler> = Handler extends (...args: infer Args) => infer Result
  ? (
      ...args: Args extends []
        ? [request: Request, context?: unknown]
        : Args extends [infer Req]
          ? [request: Req, context?: unknown]
          : Args
    ) => Promise<Awaited<Result> | Response>
  : never;

/** The same handlers, and `OPTIONS`. */
export type WithCors<Handlers> = { [Name in keyof Handlers]: GuardedHandler<Handlers[Name]> } & {
  OPTIONS: Handlers extends { OPTIONS: infer Own }
    ? GuardedHandler<Own>
    : (request: Request, context?: unknown) => Promise<Response>;
};

/**
 * Puts a CORS policy around the handlers of a route. The gate answers preflights and refuses
 * requests before they run. Every response of theirs gets the policy's headers, redirects and HTTP
 * fallbacks of `next/navigation` too. `OPTIONS` must be exported with them, or preflights get
 * Next's response.
 *
 * @param handlers what the route module would have exported
 * @param policy the options of `createCors`, where `allowMethods` defaults to the handlers' methods;
 * or a gate; or `(request, context) => options | gate`, which is called for each request. If that
 * fails, the request gets 500 without CORS headers and the log says why
 * @returns the handlers to export
 * @throws CorsConfigError when the policy is refused
 * @throws TypeError when there is no handler, or one that Next would not call
 * @example
 * ```ts
 * export const { GET, POST, OPTIONS } = withCors(
 *   {
 *     GET: () => Response.json({ data: "hello world" }),
 *     POST: async (request) => Response.json({ received: await request.json() }),
 *   },
 *   { origin: ["https://myapp.com", "https://*.myapp.com"], credentials: true },
 * );
 * ```
 * @see https://nextjs.org/docs/app/api-reference/file-conventions/route
 */
export function withCors<Handlers extends RouteHandlersLike, const Options>(
  handlers: Handlers,
  policy: RoutePolicy<ContextOf<Handlers>, Options>,
): WithCors<Handlers> {
  const names = methodsOf(handlers);
  const guard = compileRoutePolicy(policy as RoutePolicy<RouteContextLike>, names);
  const all: Record<string, Handler> = { OPTIONS: () => answerOptions(names) };
  Object.assign(all, handlers);
  const entries = Object.entries(all).map(([name, handler]) => [name, guarded(handler, guard)]);
  return Object.fromEntries(entries) as WithCors<Handlers>;
}

/** What the host can call with each method; it answers HEAD with GET. */
function methodsOf(handlers: RouteHandlersLike): readonly Method[] {
  const names = Object.keys(handlers ?? {}) as Method[];
  const wrong = names.find(
    (name) => !METHODS.includes(name) || typeof handlers[name] !== "function",
  );
  if (names.length === 0 || wrong !== undefined) {
    throw new TypeError(
      `withCors needs a function for at least one of ${METHODS.join(", ")}` +
        (wrong === undefined ? "" : `, and got ${JSON.stringify(wrong)}`) +
        ": withCors({ GET, POST }, options)",
    );
  }
  return names.flatMap((name) =>
    name === "GET" && !names.includes("HEAD") ? [name, "HEAD"] : [name],
  );
}

/** An OPTIONS request that is no preflight gets what Next says where no one exports OPTIONS. */
function answerOptions(names: readonly Method[]): Response {
  return new Response(null, {
    status: 204,
    headers: { allow: ["OPTIONS", ...names].toSorted().join(", ") },
  });
}

/** Puts a handler behind the gate, apart from what only Next can handle: no `onError` sees that. */
function guarded(handler: Handler, guard: Guard<RouteContextLike>): Handler {
  const bailOuts = new WeakMap<Request, { readonly error: unknown }>();
  const answer: Handler = async function (request, ...rest) {
    try {
      return await handler.call(this, request, ...rest);
    } catch (error) {
      if (!isControlFlow(error)) throw error;
      const response = responseOf(error, request);
      if (!response) bailOuts.set(request, { error });
      return response;
    }
  };
  const guardedAnswer = guard(answer as never) as Handler;
  return async function (request, ...rest) {
    const response = await guardedAnswer.call(this, request, ...rest);
    const bailOut = bailOuts.get(request);
    if (bailOut) throw bailOut.error;
    return response;
  };
}
