import type { Gate } from "../cors.ts";

/** A route of a host that routes by the path on the wire. */
export interface GateRoute {
  /** The route's paths: `/health`, or `/admin/*` for paths below `/admin`. */
  readonly paths: string;
  /** Whether the host would send the path of `request.url` to this route. */
  readonly leadsHere: (request: Request) => boolean;
}

/** A gate that looks at paths. */
export interface RouteGate<Context = unknown> extends Gate<Context> {
  /** Gives the gate for the requests of one route. */
  forRoute(route: GateRoute): Gate<Context>;
}

/**
 * Narrows a gate to one route, where a host routes by the path on the wire, and `request.url` may
 * show another (`/public` for `/admin/../public`). Where the two lead to different routes,
 * `corsByPath` answers by the one rule that all paths of the route have, or as for no one.
 *
 * @param gate one that does not look at paths comes back
 * @example
 * ```ts
 * const gate = gateForRoute(toGate(policy), {
 *   paths: "/users/*",
 *   leadsHere: (request) => router.find(request.url) === route,
 * });
 * ```
 */
export function gateForRoute<Context>(gate: Gate<Context>, route: GateRoute): Gate<Context> {
  return isRouteGate(gate) ? gate.forRoute(route) : gate;
}

/**
 * Makes one gate of another, so that a host can narrow it to a route where it could narrow the other.
 *
 * @param make puts something around a gate; it is called again for each route
 */
export function makeForRoutes<Context>(
  gate: Gate<Context>,
  make: (gate: Gate<Context>) => Gate<Context>,
): Gate<Context> {
  const made = make(gate);
  if (!isRouteGate(gate)) return made;
  const forRoute: RouteGate<Context>["forRoute"] = (route) => make(gate.forRoute(route));
  return Object.assign(made, { forRoute });
}

/** Whether a gate looks at paths. */
export function isRouteGate<Context>(gate: Gate<Context>): gate is RouteGate<Context> {
  return Object.hasOwn(gate, "forRoute");
}
