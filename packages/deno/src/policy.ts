import { type GatePolicy, guardFor } from "@crossgate/core/adapter";
import type { HandlerLike, InfoLike } from "./host.ts";

/** Options, a gate, or a function from request and `info` to either. */
export type ServePolicy<Info = InfoLike, Options = unknown> = GatePolicy<
  [request: Request, info: Info],
  Info,
  Options
>;

/** Puts a policy around one handler. */
export type Guard<Info> = (handler: HandlerLike<Info>) => HandlerLike<Info>;

/** @throws CorsConfigError for options that are refused; a function's are checked when it is asked */
export function compilePolicy<Info>(policy: ServePolicy<Info>): Guard<Info> {
  const guard = guardFor(policy);
  return (handler) => guard(handler);
}
