export { withCors } from "./exported-handler.ts";
export type { EnvOf, WithCors, WorkerLike } from "./exported-handler.ts";
export type { ContextLike, MessageBatchLike, ScheduledControllerLike } from "./host.ts";
export type { WorkerContext, WorkerPolicy } from "./policy.ts";
