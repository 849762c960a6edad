import type { CtxOfClass, EntrypointClass, EnvOfClass, GuardedClass } from "./entrypoint.ts";
import type { CtxOf, EnvOf, WithCors } from "./exported-handler.ts";
import type { ContextLike, FetchAnswer } from "./host.ts";

/** The `env` of a Worker, or of a class; `Named` is what the policy and the result's type say of it. */
export type EnvOfEither<Worker, Named> = Worker extends EntrypointClass
  ? EnvOfClass<Worker>
  : EnvOf<Worker> & Named;

/** The execution context of a Worker, or of a class. */
export type CtxOfEither<Worker> = Worker extends EntrypointClass
  ? CtxOfClass<Worker>
  : CtxOf<Worker>;

/** A Worker that handles requests. */
export interface WorkerWithFetch {
  fetch(request: Request, env: never, ctx: ContextLike): FetchAnswer;
}

/** Asks for a `fetch` where there is none to guard. */
export type WithFetch<Worker> = Worker extends EntrypointClass
  ? unknown
  : "fetch" extends keyof Worker
    ? unknown
    : WorkerWithFetch;

/** A class for a class, a Worker for a Worker. */
export type GuardedEither<Worker, Named = unknown> = Worker extends EntrypointClass
  ? GuardedClass<Worker>
  : Worker extends { fetch?: unknown }
    ? WithCors<Worker, Named>
    : never;
