import type { Gate } from "../cors.ts";
import type { CorsOptions, OriginFunction, OriginList } from "../options.ts";

/** A policy, as options or as a gate, and the origins that it is for. */
export type OriginRule<Context = unknown> =
  | (CorsOptions<Context> & { readonly gate?: never })
  | {
      /** The origins that the gate is for. */
      readonly origin: "*" | OriginList | OriginFunction<Context>;
      /** The policy, as a gate that is made already: by `createCors`, or of several policies. */
      readonly gate: Gate<Context>;
    };
