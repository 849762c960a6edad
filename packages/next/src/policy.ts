import type { CorsOptions, Gate } from "@crossgate/core";
import { type GateSource, isGate, selectGate, toGate } from "@crossgate/core/adapter";

/** Options, a gate, or a function from a request to either. */
export type RoutePolicy<Context = unknown> =
  | GateSource<Context>
  | ((request: Request, context: Context) => GateSource<Context>);

/**
 * Turns a policy into a gate per request.
 *
 * @param methods what options allow that name no `allowMethods`
 * @throws CorsConfigError for options that are refused; a function's are judged when it returns them
 */
export function compileRoutePolicy<Context>(
  policy: RoutePolicy<Context>,
  methods?: readonly string[],
): (request: Request, context: Context) => Gate<Context> {
  const complete = (source: GateSource<Context>): GateSource<Context> =>
    methods && isOptions(source) && !namesMethods(source)
      ? { ...source, allowMethods: methods }
      : source;
  if (typeof policy !== "function") {
    const gate = toGate(complete(policy));
    return () => gate;
  }
  // A policy that a function returns again is the same policy, completed or not.
  const completed = new WeakMap<object, GateSource<Context>>();
  return selectGate((request: Request, context: Context) => {
    const source = policy(request, context);
    if (!isOptions(source)) return source;
    const known = completed.get(source) ?? complete(source);
    completed.set(source, known);
    return known;
  });
}

function isOptions<Context>(source: GateSource<Context>): source is CorsOptions<Context> {
  return typeof source === "object" && source !== null && !isGate(source);
}

/** In its own words: what someone put on `Object.prototype` was not given. */
function namesMethods<Context>(options: CorsOptions<Context>): boolean {
  return Object.hasOwn(options, "allowMethods") && options.allowMethods !== undefined;
}
