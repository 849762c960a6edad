export type { AnswerLike, HandlerLike, InfoLike, NetAddrLike } from "./host.ts";
export type { ServePolicy } from "./policy.ts";
export { withCors } from "./serve.ts";
export type { ServeInitLike } from "./serve.ts";
