import { guardOptions, isServed } from "./entrances.ts";
import type { RouteRequest, ServerLike } from "./host.ts";
import type { ServeOptionsLike } from "./options.ts";
import { compilePolicy, type ServePolicy } from "./policy.ts";

/** The same options, of which every handler and route is guarded. */
export type GuardedServeOptions<Options, Data = undefined> = Omit<Options, "fetch" | "routes"> & {
  fetch(this: unknown, request: Request, server: ServerLike<Data>): Response | Promise<Response>;
} & (Options extends { readonly routes: infer Routes extends object }
    ? { routes: { [Path in keyof Routes & string]: GuardedRoute<Path, Data> } }
    : unknown);

/** What became of a route: `Bun.serve` takes it as it took the route itself. */
export type GuardedRoute<Path extends string, Data = undefined> =
  | Response
  | ((request: RouteRequest<Path>, server: ServerLike<Data>) => Response | Promise<Response>);

/**
 * Puts a CORS policy around everything that `Bun.serve` serves. The gate answers preflights and
 * refuses requests before a handler runs. Every other response of `fetch`, `routes` and `error`
 * gets the policy's headers. `websocket` and all other options stay.
 *
 * @param options what `Bun.serve` takes, or a program exports as its default
 * @param policy the options of `createCors`, a gate, or `(request, server) => options | gate`, which
 * is called with every request and compiled once per object. If that fails, the request gets 500
 * without CORS headers and the log says why
 * @returns the options for `Bun.serve`, or for `server.reload`
 * @throws CorsConfigError when the policy is refused
 * @throws TypeError without `fetch` and `routes`, and for a directory among the routes
 * @example
 * ```ts
 * Bun.serve(
 *   withCors(
 *     { routes: { "/users/:id": (request) => Response.json({ id: request.params.id }) } },
 *     { origin: ["https://myapp.com", "https://*.myapp.com"], credentials: true },
 *   ),
 * );
 * ```
 * @see https://bun.com/docs/runtime/http/server
 */
export function withCors<
  Path extends string = never,
  Data = undefined,
  Served extends object = object,
  const Options = unknown,
>(
  options: Served & ServeOptionsLike<Path, Data>,
  policy: ServePolicy<ServerLike<NoInfer<Data>>, Options>,
): GuardedServeOptions<Served, Data> {
  if (!isServed(options)) {
    throw new TypeError(
      "withCors needs fetch or routes: withCors({ fetch(request, server) { … } }, options)",
    );
  }
  return guardOptions(options, compilePolicy(policy as ServePolicy)) as GuardedServeOptions<
    Served,
    Data
  >;
}
