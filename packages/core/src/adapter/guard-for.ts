import type { Gate } from "../cors.ts";
import { gateFor, type GatePolicy } from "./gate-for.ts";
import type { GateSource } from "./to-gate.ts";

/** A handler as a host calls it: the request, its context, and whatever else comes. */
type Handler<Context> = (
  this: unknown,
  request: Request,
  context: Context,
  ...rest: never[]
) => unknown;

/** Puts a handler behind the gate of each request. */
export type Guard<Context> = <Given extends Handler<Context>>(
  handler: Given,
  narrow?: (gate: Gate<Context>) => Gate<Context>,
) => Given;

/**
 * Makes of a policy what guards handlers. A gate wraps a handler once, even where a function chooses
 * the gate of each request.
 *
 * @param policy options, a gate, or a function of request and context to either
 * @param prepare completes or refuses what the user gave, before it is compiled
 * @throws CorsConfigError with every problem of the options
 * @example
 * ```ts
 * const guard = guardFor(policy);
 * Deno.serve(guard((request, info) => new Response("hello")));
 * ```
 */
export function guardFor<Context>(
  policy: GatePolicy<[request: Request, context: Context], Context>,
  prepare?: (source: GateSource<Context>) => GateSource<Context>,
): Guard<Context> {
  const gateOf = gateFor(policy, prepare);
  return ((handler: Handler<Context>, narrow = unchanged<Context>) => {
    const wrap = (gate: Gate<Context>): Handler<Context> =>
      (narrow(gate).wrap as unknown as (handler: Handler<Context>) => Handler<Context>)(handler);
    if (typeof policy !== "function") return wrap(gateOf(undefined as never, undefined as never));
    const wrapped = new WeakMap<Gate<Context>, Handler<Context>>();
    // Parameters by name: Deno passes nothing to a function that counts none.
    return function (this: unknown, request: Request, context: Context, ...rest: never[]): unknown {
      const gate = gateOf(request, context);
      const known = wrapped.get(gate) ?? wrap(gate);
      wrapped.set(gate, known);
      return known.call(this, request, context, ...rest);
    };
  }) as unknown as Guard<Context>;
}

function unchanged<Context>(gate: Gate<Context>): Gate<Context> {
  return gate;
}
