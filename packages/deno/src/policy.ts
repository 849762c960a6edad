import type { GateSource } from "@crossgate/core/adapter";
import type { InfoLike } from "./host.ts";

/** Options, a gate, or a function from request and `info` to either. */
export type ServePolicy<Info = InfoLike> =
  | GateSource<Info>
  | ((request: Request, info: Info) => GateSource<Info>);
