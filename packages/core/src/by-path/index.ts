import { type Gate, isCors } from "../cors.ts";
import { gateForRoute, type RouteGate } from "../adapter/route.ts";
import { createNoPolicy } from "./no-policy.ts";
import { readPath } from "./path.ts";
import { parsePathPattern } from "./pattern.ts";
import type { PathRule } from "./rule.ts";
import { compileRules } from "./rules.ts";
import type { RuleTable } from "./table.ts";

export type { PathRule } from "./rule.ts";

/**
 * Builds one gate from policies by path. The first rule that covers a request's path decides; a
 * preflight asks about its own path.
 *
 * A path without a rule is for no one (reason `no-policy`). So is a path that routers may read in
 * another way. It holds `%2f`, `%5c`, `%25`, a broken escape or an empty segment. Or it has another
 * rule when its escapes are decoded, as `/%61dmin` has.
 *
 * @param rules in the order in which they are tried
 * @returns a gate, which every adapter takes in place of options
 * @throws CorsConfigError with the problems of all rules, each under its rule's index: `[1].origin`
 * @example
 * ```ts
 * const gate = corsByPath([
 *   { path: "/public/*", origin: "*" },
 *   { path: "/admin/*", origin: "https://admin.myapp.com", credentials: true },
 * ]);
 *
 * export default { fetch: gate.wrap(() => Response.json({ data: "hello world" })) };
 * ```
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function corsByPath<Context = unknown>(rules: readonly PathRule<Context>[]): Gate<Context> {
  const { table, gates } = compileRules(rules);
  const gateOf = compileGates(gates);
  const gate: RouteGate<Context> = {
    ...createChoice(({ url }) => gateOf(ruleOf(url, table))),
    forRoute: (route) => {
      // A rule's gate may look at paths itself.
      const gateOf = compileGates(gates.map((gate) => gateForRoute(gate, route)));
      const pattern = parsePathPattern(route.paths);
      const own = gateOf(pattern && table.firstForAll(pattern));
      return createChoice((request) =>
        route.leadsHere(request) ? gateOf(ruleOf(request.url, table)) : own,
      );
    },
  };
  return gate;
}

/** The gate of a rule: of no one for `Infinity`, and for `undefined` where readings differ. */
function compileGates<Context>(
  gates: readonly Gate<Context>[],
): (rule: number | undefined) => Gate<Context> {
  const uncovered = createNoPolicy({ detail: UNCOVERED, refuseDenied: false });
  const unsure = createNoPolicy({ detail: UNSURE, ...refusalOfAny(gates) });
  return (rule) => (rule === undefined ? unsure : (gates[rule] ?? uncovered));
}

const UNCOVERED = "No rule covers the path of this request.";
const UNSURE = "Routers may read the path of this request in different ways.";

/** The rule by which every reading of a path goes: `Infinity` for none, `undefined` without one. */
function ruleOf(url: string, table: RuleTable): number | undefined {
  const path = readPath(url);
  if (path === undefined) return undefined;
  const rule = table.first(path.raw);
  return path.decoded.every((reading) => table.first(reading) === rule) ? rule : undefined;
}

/** No one knows whose handler will run: it must not where one of the rules would refuse. */
function refusalOfAny<Context>(gates: readonly Gate<Context>[]) {
  const policies = gates.map((gate) => (isCors(gate) ? gate.options : undefined));
  // What a gate would do that createCors did not make is not known, even if it has options.
  const refusing = policies.filter((policy) => policy?.refuseDenied !== false);
  const namesItself = refusing.some((policy) => !policy || policy.selfOrigins !== undefined);
  return { refuseDenied: refusing.length > 0, ...(namesItself && { selfOrigins: [] }) };
}

/** Makes one gate of several, of which each request has its own. */
function createChoice<Context>(gateFor: (request: Request) => Gate<Context>): Gate<Context> {
  return {
    check: (request, context) => gateFor(request).check(request, context),
    wrap: (handler) => {
      const guard = (gate: Gate<Context>) => gate.wrap(handler);
      // When they are asked for: of thousands of rules a handler may have one.
      const guarded = new Map<Gate<Context>, ReturnType<typeof guard>>();
      return function (request, ...rest) {
        const gate = gateFor(request);
        const known = guarded.get(gate) ?? guard(gate);
        guarded.set(gate, known);
        return known.call(this, request, ...rest);
      };
    },
  };
}
