import type { Grant } from "../policy.ts";
import type { Reached, Route, Rule, Setting } from "../setting.ts";
import { naiveRule, ruleOfReadings } from "./naive-rule.ts";

/** Whose handlers the plainly spelled paths of each rule reach. */
export type Reach = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * Tells which rules a route's handler belongs to: those of the plain paths that the router, without
 * any gate, sends to it.
 */
export function reachOf(
  rules: readonly Rule[],
  reached: ReadonlyMap<string, Reached | undefined>,
): Reach {
  const byRoute = new Map<number, Set<number>>();
  for (const [path, handler] of reached) {
    if (!handler) continue;
    const known = byRoute.get(handler.route) ?? new Set();
    byRoute.set(handler.route, known.add(naiveRule(rules, path)));
  }
  return byRoute;
}

/** One answer of a gated application. */
export interface Observation {
  /** The handler that ran, or would run behind the gate. */
  readonly handler: Reached;
  /** Whether the path that the handler is shown leads to the same handler. */
  readonly isShownItsPath: boolean;
  readonly grant: Grant;
}

/**
 * Checks one answer by the definition in this package's README.
 *
 * @returns what is wrong, or `undefined`
 */
export function checkAnswer(
  { rules, routes }: Setting,
  reach: Reach,
  { handler, isShownItsPath, grant: { rule, refused } }: Observation,
): string | undefined {
  const belongs = [...(reach.get(handler.route) ?? [])];
  const paths = isShownItsPath ? [handler.path, ...filled(routes[handler.route], handler)] : [];
  const readings = paths.map((path) => ruleOfReadings(rules, path));
  if (rule !== undefined) {
    if (!belongs.includes(rule)) return `grants by rule ${rule}, of which no plain path leads here`;
    if (!isShownItsPath && belongs.length > 1) return `grants by one of the handler's rules`;
    const other = readings.find((reading) => reading !== rule);
    return readings.every((reading) => reading === rule)
      ? undefined
      : `grants by rule ${rule}, and the handler sees a path of ${other ?? "no rule"}`;
  }
  if (refused) return undefined;
  const refuses = (index: number | undefined): boolean => {
    const own = rules[index ?? -1];
    return own !== undefined && own.refuseDenied && own.allows === "list";
  };
  const isBehindRefusal = isShownItsPath ? belongs.every(refuses) : belongs.some(refuses);
  if (belongs.length > 0 && isBehindRefusal) return "runs, and its rules refuse the origin";
  return readings.some(refuses) ? "runs for a path whose rule refuses the origin" : undefined;
}

/** The route's own text with the parameters in it, and behind it what is left of the path. */
function filled(route: Route | undefined, { parameters, path }: Reached): readonly string[] {
  if (!route) return [];
  const names = route.segments.map((segment) =>
    "name" in segment ? encodeURI(segment.name) : (parameters[segment.parameter] ?? ""),
  );
  const rest = route.hasRest ? path.split("/").slice(1 + names.length) : [];
  return [[...names, ...rest].map((name) => `/${name}`).join("")];
}
