import { gateForRoute, type RouteGate } from "../adapter/route.ts";
import { createVaryingGate } from "../adapter/varying-gate.ts";
import type { Gate } from "../cors.ts";
import type { Decision } from "../verdict/decision.ts";
import type { OriginRule } from "./rule.ts";
import { compileRules, type CompiledRule } from "./rules.ts";

export type { OriginRule } from "./rule.ts";

/**
 * Builds one gate from policies by origin. The first rule whose `origin` allows the request's origin
 * decides, and every response has `Vary: Origin`.
 *
 * - an origin of no rule is denied, as by the last rule
 * - a request without `Origin` is answered by the rule for `"*"`, or else by the last rule
 * - a function that fails denies: its rule decides
 *
 * @param rules in the order in which they are tried; the rule for `"*"` is the last one
 * @returns a gate, which every adapter takes in place of options
 * @throws CorsConfigError with the problems of all rules, each under its rule's index: `[1].origin`
 * @example
 * ```ts
 * const gate = corsByOrigin([
 *   { origin: ["https://myapp.com", "https://*.myapp.com"], credentials: true },
 *   { origin: "*" },
 * ]);
 *
 * export default { fetch: gate.wrap(() => Response.json({ data: "hello world" })) };
 * ```
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export function corsByOrigin<Context = unknown>(
  rules: readonly OriginRule<Context>[],
): Gate<Context> {
  return compileChoice(compileRules(rules));
}

/** Makes one gate of several, of which each request has its own. */
function compileChoice<Context>(rules: readonly CompiledRule<Context>[]): RouteGate<Context> {
  const last = rules.at(-1) as CompiledRule<Context>;
  const gates = new Map(rules.map((rule) => [rule, createVaryingGate(rule.gate)]));
  const gateOf = (rule: CompiledRule<Context>): Gate<Context> => gates.get(rule) as Gate<Context>;
  return {
    check: (request, context) =>
      choose(rules, last, request, context, (rule) => gateOf(rule).check(request, context)),
    wrap: (handler) => {
      const guarded = new Map(rules.map((rule) => [rule, gateOf(rule).wrap(handler)]));
      return function (request, ...rest) {
        return choose(rules, last, request, rest[0], (rule) =>
          (guarded.get(rule) as ReturnType<Gate<Context>["wrap"]>).call(
            this as never,
            request,
            ...(rest as unknown as never[]),
          ),
        ) as never;
      };
    },
    forRoute: (route) =>
      compileChoice(rules.map((rule) => ({ ...rule, gate: gateForRoute(rule.gate, route) }))),
  };
}

/** Finds the rule of a request, at once where no function is asked. */
function choose<Context, Result>(
  rules: readonly CompiledRule<Context>[],
  last: CompiledRule<Context>,
  request: Request,
  context: Context | undefined,
  use: (rule: CompiledRule<Context>) => Result | Promise<Result>,
): Result | Promise<Result> {
  const origin = request.headers.get("origin");
  const settle = (rule: CompiledRule<Context>, decision: Decision): Result | Promise<Result> => {
    rule.settle(request, decision);
    return use(rule);
  };
  const from = (index: number): Result | Promise<Result> => {
    for (const [offset, rule] of rules.slice(index).entries()) {
      const decision = rule.decide(origin, context, request);
      if (typeof decision === "object" && "then" in decision) {
        return decision.then((settled) =>
          settled === false ? from(index + offset + 1) : settle(rule, settled),
        );
      }
      if (decision !== false) return settle(rule, decision);
    }
    return settle(last, false);
  };
  if (origin !== null) return from(0);
  const answer = (): Result | Promise<Result> => settle(last, false);
  // Where a function may be asked, every answer is a promise.
  return rules.some(({ asks }) => asks) ? Promise.resolve().then(answer) : answer();
}
