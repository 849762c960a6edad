import type { Gate } from "../cors.ts";
import type { CorsOptions } from "../options.ts";

/** A policy, as options or as a gate, and the paths that it is for. */
export type PathRule<Context = unknown> = (
  | (CorsOptions<Context> & { readonly gate?: never })
  | {
      /** The policy, as a gate that is made already: by `createCors`, or of several policies. */
      readonly gate: Gate<Context>;
    }
) & {
  /**
   * `/public/*` for `/public` and everything below it, `/health` for that path alone (with or without
   * a slash at its end), `*` for every path. Case-sensitive.
   */
  readonly path: string;
};
