import { createCors, type Cors, type Verdict } from "@crossgate/core";
import { type GateSource, selectGate, toGate } from "@crossgate/core/adapter";
import type { AnswerLike, ServerLike } from "./host.ts";

/** Options, a gate, or a function from request and `server` to either. */
export type ServePolicy<Server = ServerLike> =
  | GateSource<Server>
  | ((request: Request, server: Server) => GateSource<Server>);

export type AnyHandler = (this: unknown, request: Request, server: ServerLike) => AnswerLike;

/** A policy, ready to be put around each handler. */
export interface CompiledPolicy {
  guard(handler: AnyHandler): AnyHandler;
  /** Writes on a response what every request gets, where the policy says the same to everyone. */
  readonly decorate: ((response: Response) => Response) | undefined;
}

/** @throws CorsConfigError for options that are refused; a function's are judged when it is asked */
export function compilePolicy(policy: ServePolicy): CompiledPolicy {
  if (typeof policy === "function") {
    const gateFor = selectGate(policy);
    return {
      guard: (handler) =>
        function (...args) {
          return gateFor(...args)
            .wrap(handler as GateHandler)
            .apply(this, args);
        },
      decorate: undefined,
    };
  }
  const gate = toGate(policy);
  const verdict = verdictForAll(gate as Partial<Cors<ServerLike>>);
  return {
    guard: (handler) => gate.wrap(handler as GateHandler),
    decorate: verdict && ((response) => verdict.apply(response)),
  };
}

/** What a gate takes; Bun allows a handler that has upgraded to say nothing at all. */
type GateHandler = (
  this: unknown,
  request: Request,
  server: ServerLike,
) => Response | undefined | Promise<Response | undefined>;

/**
 * The verdict that holds for every request, if there is one: a static policy answers a request
 * without `Origin` with a grant, and without `Vary`. `onVerdict` hears of requests, and this is none.
 */
function verdictForAll({ options }: Partial<Cors<ServerLike>>): Verdict | undefined {
  if (!options || typeof options.origin === "function") return undefined;
  const cors = createCors({ ...options, onVerdict: undefined });
  const verdict = cors.check(new Request("http://localhost"));
  const { headers } = verdict.apply(new Response());
  return headers.has("access-control-allow-origin") && !headers.has("vary") ? verdict : undefined;
}
