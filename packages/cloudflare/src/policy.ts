import { gateForKey, type GatePolicy } from "@crossgate/core/adapter";
import type { Gate } from "@crossgate/core";
import type { ContextLike, FetchAnswer } from "./host.ts";

/** What the origin function, `onVerdict` and `onError` get as their context. */
export interface WorkerContext<Env = unknown, Ctx = ContextLike> {
  /** The Worker's bindings. */
  readonly env: Env;
  /** The request's execution context, with `waitUntil`; a Durable Object's state, in one. */
  readonly ctx: Ctx;
}

/** Options, a gate, or a function from `env` to either. */
export type WorkerPolicy<Env = unknown, Ctx = ContextLike, Options = unknown> = GatePolicy<
  readonly [env: Env],
  WorkerContext<Env, Ctx>,
  Options
>;

/** A handler whose second argument is the context, and `this` whatever it is called with. */
export type ContextHandler<This, Context> = (
  this: This,
  request: Request,
  context: Context,
  ...rest: unknown[]
) => FetchAnswer;

/** Puts a handler behind a policy; then the request's `env` says which gate it is. */
export type Guard<Env, Ctx> = <This>(
  handler: ContextHandler<This, WorkerContext<Env, Ctx>>,
) => (env: Env) => ContextHandler<This, WorkerContext<Env, Ctx>>;

/**
 * Compiles a policy for any handler, which is put behind it once per gate.
 *
 * @throws CorsConfigError for options that are refused; a function's are checked with the first
 * request, because a Worker has no `env` before
 */
export function compilePolicy<Env, Ctx>(policy: WorkerPolicy<Env, Ctx>): Guard<Env, Ctx> {
  type Context = WorkerContext<Env, Ctx>;
  const guardBy = <This>(gate: Gate<Context>, handler: ContextHandler<This, Context>) =>
    gate.wrap(handler as (this: This, request: Request, context?: Context) => FetchAnswer);
  const gateOf = gateForKey<Env, Context>(policy);
  return (handler) => {
    const guards = new WeakMap<Gate<Context>, typeof handler>();
    return (env) => {
      const gate = gateOf(env);
      const known = guards.get(gate);
      if (known) return known;
      const guarded = guardBy(gate, handler);
      guards.set(gate, guarded);
      return guarded;
    };
  };
}
