// The parts of an adapter for a host: `@crossgate/core/adapter`.

export { applyInside } from "../answer/inside.ts";
export { isResponse } from "../fetch/response.ts";
export { pathOf } from "../fetch/path-of.ts";
export { printable } from "../printable.ts";
export { warn } from "../report.ts";
export { bindTo, memberOf, withEntrances, type Entrance, type Entrances } from "./entrances.ts";
export { gateFor, gateForKey, type GatePolicy } from "./gate-for.ts";
export { guardFor, type Guard } from "./guard-for.ts";
export { gateForRoute, type GateRoute, type RouteGate } from "./route.ts";
export { isGate, toGate, type GateSource } from "./to-gate.ts";
export { verdictForAll } from "./verdict-for-all.ts";
