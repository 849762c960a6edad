export type {
  CtxOfEither,
  EnvOfEither,
  GuardedEither,
  WithFetch,
  WorkerWithFetch,
} from "./either.ts";
export type { CtxOfClass, EntrypointClass, EnvOfClass, GuardedClass } from "./entrypoint.ts";
export type { CtxOf, EnvOf, WithCors, WorkerLike } from "./exported-handler.ts";
export type {
  ContextLike,
  FetchAnswer,
  MessageBatchLike,
  ScheduledControllerLike,
} from "./host.ts";
export type { WorkerContext, WorkerPolicy } from "./policy.ts";
export { withCors } from "./with-cors.ts";
