import { type GateSource, selectGateOnce, toGate } from "@crossgate/core/adapter";
import type { Gate } from "@crossgate/core";
import type { ContextLike } from "./host.ts";

/** What the origin function, `onVerdict` and `onError` get as their context. */
export interface WorkerContext<Env = unknown> {
  /** The Worker's bindings. */
  readonly env: Env;
  /** The request's execution context, with `waitUntil`. */
  readonly ctx: ContextLike;
}

/** Options, a gate, or a function from `env` to either. */
export type WorkerPolicy<Env = unknown> =
  | GateSource<WorkerContext<Env>>
  | ((env: Env) => GateSource<WorkerContext<Env>>);

/**
 * Turns a policy into a gate per `env`.
 *
 * @throws CorsConfigError for options that are refused; a function's are judged with the first
 * request, because a Worker has no `env` before
 */
export function compileWorkerPolicy<Env>(
  policy: WorkerPolicy<Env>,
): (env: Env) => Gate<WorkerContext<Env>> {
  if (typeof policy === "function") return selectGateOnce(policy);
  const gate = toGate(policy);
  return () => gate;
}
