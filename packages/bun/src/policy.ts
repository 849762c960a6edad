import {
  gateForRoute,
  type GatePolicy,
  type GateRoute,
  guardFor,
  toGate,
  verdictForAll,
} from "@crossgate/core/adapter";
import type { AnswerLike, ServerLike } from "./host.ts";

/** Options, a gate, or a function from request and `server` to either. */
export type ServePolicy<Server = ServerLike, Options = unknown> = GatePolicy<
  [request: Request, server: Server],
  Server,
  Options
>;

export type AnyHandler = (this: unknown, request: Request, server: ServerLike) => AnswerLike;

/** A policy, ready to be put around each handler. */
export interface CompiledPolicy {
  guard(handler: AnyHandler, route: GateRoute): AnyHandler;
  /** Writes on a response what every request gets, where the policy says the same to everyone. */
  readonly decorate: ((response: Response) => Response) | undefined;
}

/** @throws CorsConfigError for options that are refused; a function's are checked when it is asked */
export function compilePolicy(policy: ServePolicy): CompiledPolicy {
  const source = typeof policy === "function" ? policy : toGate(policy);
  const guard = guardFor(source);
  const verdict = typeof source === "function" ? undefined : verdictForAll(source);
  return {
    guard: (handler, route) => guard(handler, (gate) => gateForRoute(gate, route)),
    decorate: verdict && ((response) => verdict.apply(response)),
  };
}
