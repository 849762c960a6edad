import {
  gateForRoute,
  type GateRoute,
  type GateSource,
  selectGate,
  toGate,
  verdictForAll,
} from "@crossgate/core/adapter";
import type { AnswerLike, ServerLike } from "./host.ts";

/** Options, a gate, or a function from request and `server` to either. */
export type ServePolicy<Server = ServerLike> =
  | GateSource<Server>
  | ((request: Request, server: Server) => GateSource<Server>);

export type AnyHandler = (this: unknown, request: Request, server: ServerLike) => AnswerLike;

/** A policy, ready to be put around each handler. */
export interface CompiledPolicy {
  guard(handler: AnyHandler, route: GateRoute): AnyHandler;
  /** Writes on a response what every request gets, where the policy says the same to everyone. */
  readonly decorate: ((response: Response) => Response) | undefined;
}

/** @throws CorsConfigError for options that are refused; a function's are judged when it is asked */
export function compilePolicy(policy: ServePolicy): CompiledPolicy {
  if (typeof policy === "function") {
    const gateFor = selectGate(policy);
    return {
      guard: (handler, route) =>
        function (...args) {
          return gateForRoute(gateFor(...args), route)
            .wrap(handler as GateHandler)
            .apply(this, args);
        },
      decorate: undefined,
    };
  }
  const gate = toGate(policy);
  const verdict = verdictForAll(gate);
  return {
    guard: (handler, route) => gateForRoute(gate, route).wrap(handler as GateHandler),
    decorate: verdict && ((response) => verdict.apply(response)),
  };
}

/** What a gate takes; Bun allows a handler that has upgraded to say nothing at all. */
type GateHandler = (
  this: unknown,
  request: Request,
  server: ServerLike,
) => Response | undefined | Promise<Response | undefined>;
