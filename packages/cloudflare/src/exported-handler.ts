import { withMember } from "@crossgate/core/adapter";
import type {
  ContextLike,
  FetchAnswer,
  MessageBatchLike,
  ScheduledControllerLike,
} from "./host.ts";
import { compileGuard, type WorkerContext, type WorkerPolicy } from "./policy.ts";

/**
 * An `ExportedHandler` by its shape. `fetch` is the one that is guarded; the others are here so that
 * they are typed when written inline. Methods, and not properties, so that the official types fit.
 */
export interface WorkerLike<Env = unknown> {
  fetch?(request: Request, env: Env, ctx: ContextLike): FetchAnswer;
  scheduled?(controller: ScheduledControllerLike, env: Env, ctx: ContextLike): unknown;
  queue?(batch: MessageBatchLike, env: Env, ctx: ContextLike): unknown;
}

/** The `env` that a Worker's `fetch` takes. */
export type EnvOf<Worker> = Worker extends {
  fetch?: (request: never, env: infer Env, ...rest: never[]) => unknown;
}
  ? Env
  : unknown;

/**
 * The same Worker, whose `fetch` may answer with a promise where it did not before, and can be
 * called with all that a host passes, also when the handler takes less.
 */
export type WithCors<Worker extends { fetch?: unknown }, Env = EnvOf<Worker>> = {
  fetch: Worker["fetch"] extends ((...args: infer Args) => unknown) | undefined
    ? (...args: Args) => FetchAnswer
    : never;
} & { fetch(request: Request, env: Env, ctx: ContextLike): FetchAnswer } & Worker;

type Fetch = (request: Request, env: unknown, ctx: ContextLike, ...rest: unknown[]) => FetchAnswer;

export function guardHandler(worker: WorkerLike, policy: WorkerPolicy): object {
  if (typeof worker?.fetch !== "function") {
    throw new TypeError(
      "withCors needs a Worker with a fetch handler: withCors({ fetch(request, env, ctx) { … } }, options)",
    );
  }
  const fetch: Fetch = worker.fetch.bind(worker);
  const guardFor = compileGuard(policy, (request, { env, ctx }: WorkerContext, ...rest) =>
    fetch(request, env, ctx, ...rest),
  );
  const guarded: Fetch = (request, env, ctx, ...rest) =>
    guardFor(env)(request, { env, ctx }, ...rest);
  return withMember(worker, "fetch", guarded);
}
