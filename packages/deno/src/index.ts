export type { AnswerLike, HandlerLike, InfoLike, NetAddrLike } from "./host.ts";
export type { ServePolicy } from "./policy.ts";
export { withCors } from "./with-cors.ts";
export type { GuardedServed, ServeExportLike, ServeInitLike } from "./with-cors.ts";
