export type {
  AnswerLike,
  BytesLike,
  CookiesLike,
  FileLike,
  HtmlLike,
  MessageLike,
  ParamsOf,
  RouteRequest,
  ServerLike,
  SocketLike,
} from "./host.ts";
export type {
  FixedRoute,
  MethodLike,
  RouteHandler,
  RouteLike,
  ServeOptionsLike,
} from "./options.ts";
export type { ServePolicy } from "./policy.ts";
export { withCors } from "./with-cors.ts";
export type { GuardedServeOptions, GuardedRoute } from "./with-cors.ts";
