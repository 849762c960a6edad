import { bindTo, memberOf, withEntrances } from "@crossgate/core/adapter";
import type {
  ContextLike,
  FetchAnswer,
  MessageBatchLike,
  ScheduledControllerLike,
} from "./host.ts";
import { compilePolicy, type WorkerContext, type WorkerPolicy } from "./policy.ts";

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

/** The execution context that a Worker's `fetch` takes. */
export type CtxOf<Worker> = Worker extends {
  fetch?: (request: never, env: never, ctx: infer Ctx, ...rest: never[]) => unknown;
}
  ? unknown extends Ctx
    ? ContextLike
    : Ctx
  : ContextLike;

/**
 * The same Worker. Its `fetch` may return a promise where it did not before. It can be called with
 * everything that a host passes, even when the handler takes less.
 */
export type WithCors<Worker extends { fetch?: unknown }, Env = EnvOf<Worker>> = {
  fetch: Worker["fetch"] extends ((...args: infer Args) => unknown) | undefined
    ? (...args: Args) => FetchAnswer
    : never;
} & { fetch(request: Request, env: Env, ctx: ContextLike): FetchAnswer } & Worker;

type Fetch = (request: Request, env: unknown, ctx: ContextLike, ...rest: unknown[]) => FetchAnswer;

/** A Worker's one entrance for requests is `fetch`; `scheduled` and the others get none. */
export function guardHandler(worker: WorkerLike, policy: WorkerPolicy): object {
  if (!hasFetch(worker)) {
    throw new TypeError(
      "withCors needs a Worker with a fetch handler: withCors({ fetch(request, env, ctx) { … } }, options)",
    );
  }
  const guard = compilePolicy(policy);
  return withEntrances(worker, {
    fetch: (own) => {
      if (typeof own !== "function") return own;
      const fetch = bindTo(worker, own as Fetch);
      const guardFor = guard((request, { env, ctx }: WorkerContext, ...rest) =>
        fetch(request, env, ctx, ...rest),
      );
      const guarded: Fetch = (request, env, ctx, ...rest) =>
        guardFor(env)(request, { env, ctx }, ...rest);
      return guarded;
    },
  });
}

/** A function may carry one, as an app of GraphQL Yoga does. */
export function hasFetch(worker: unknown): worker is object {
  const isObject = typeof worker === "object" && worker !== null;
  return (
    (isObject || typeof worker === "function") && typeof memberOf(worker, "fetch") === "function"
  );
}
