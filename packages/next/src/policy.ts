import type { CorsOptions } from "@crossgate/core";
import {
  type GatePolicy,
  type GateSource,
  type Guard,
  guardFor,
  isGate,
} from "@crossgate/core/adapter";

/** Options, a gate, or a function from a request to either. */
export type RoutePolicy<Context = unknown, Options = unknown> = GatePolicy<
  [request: Request, context: Context],
  Context,
  Options
>;

/**
 * Makes of a policy what guards route handlers.
 *
 * @param methods what options allow that name no `allowMethods`
 * @throws CorsConfigError for options that are refused; a function's are checked when it returns them
 */
export function compileRoutePolicy<Context>(
  policy: RoutePolicy<Context>,
  methods?: readonly string[],
): Guard<Context> {
  const complete = (source: GateSource<Context>): GateSource<Context> =>
    methods && isOptions(source) && !namesMethods(source)
      ? { ...source, allowMethods: methods }
      : source;
  return guardFor(policy, complete);
}

function isOptions<Context>(source: GateSource<Context>): source is CorsOptions<Context> {
  return typeof source === "object" && source !== null && !isGate(source);
}

/** In its own words: what someone put on `Object.prototype` was not given. */
function namesMethods<Context>(options: CorsOptions<Context>): boolean {
  return Object.hasOwn(options, "allowMethods") && options.allowMethods !== undefined;
}
