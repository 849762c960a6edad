export type {
  CookieLike,
  NextRequestLike,
  ProxyEventLike,
  RouteContextLike,
  RouteParams,
} from "./host.ts";
export type { RoutePolicy } from "./policy.ts";
export { corsProxy } from "./proxy.ts";
export type { CorsProxyOptions, ProxyLike, SessionProxyLike, WrappedProxy } from "./proxy.ts";
export { withCors } from "./with-cors.ts";
export type { ContextOf, GuardedHandler, RouteHandlersLike, WithCors } from "./with-cors.ts";
