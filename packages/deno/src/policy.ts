import { type GateSource, selectGate, toGate } from "@crossgate/core/adapter";
import type { HandlerLike, InfoLike } from "./host.ts";

/** Options, a gate, or a function from request and `info` to either. */
export type ServePolicy<Info = InfoLike> =
  | GateSource<Info>
  | ((request: Request, info: Info) => GateSource<Info>);

/** Puts a policy around one handler. */
export type Guard<Info> = (handler: HandlerLike<Info>) => HandlerLike<Info>;

/** @throws CorsConfigError for options that are refused; a function's are judged when it is asked */
export function compilePolicy<Info>(policy: ServePolicy<Info>): Guard<Info> {
  if (typeof policy !== "function") {
    const gate = toGate(policy);
    return (handler) => gate.wrap(handler);
  }
  const gateFor = selectGate(policy);
  // Named, because Deno gives a function without parameters neither request nor info.
  return (handler) => (request, info) => gateFor(request, info).wrap(handler)(request, info);
}
