import { compileCheck } from "../check.ts";
import { CorsConfigError, type ConfigIssue } from "../config-error.ts";
import type { Gate } from "../cors.ts";
import type { CorsOptions, NormalizedCorsOptions } from "../options.ts";
import { askOrigin } from "../origin/ask.ts";
import { compilePolicy } from "../policy.ts";
import { orIssues, readGate, refuserOf } from "../read-rule.ts";
import { normalizeOptions, type ValidPolicy } from "../validate/options.ts";
import type { Decision } from "../verdict/decision.ts";
import type { Verdict } from "../verdict/verdict.ts";
import { createWrap } from "../wrap.ts";
import { isCovered } from "./covered.ts";
import type { OriginRule } from "./rule.ts";

/** One rule, compiled. */
export interface CompiledRule<Context> {
  /** Whether the rule is for an origin; `false` sends the request on to the next one. */
  decide(
    origin: string | null,
    context: Context | undefined,
    request: Request,
  ): Decision | Promise<Decision>;
  /** Tells the rule's gate what was decided about a request, before it is asked. */
  settle(request: Request, decision: Decision): void;
  readonly gate: Gate<Context>;
  /** Whether a function is asked. */
  readonly asks: boolean;
}

/** @throws CorsConfigError with the problems of all rules */
export function compileRules<Context>(
  rules: readonly OriginRule<Context>[],
): readonly CompiledRule<Context>[] {
  if (!Array.isArray(rules) || rules.length === 0) {
    const message = `missing rule; write a list, such as [{ origin: "https://app.example.com", credentials: true }, { origin: "*" }]`;
    throw new CorsConfigError([{ path: "rules", code: "missing", message }]);
  }
  const issues: ConfigIssue[] = [];
  const compiled: CompiledRule<Context>[] = [];
  const earlier: NormalizedCorsOptions<Context>[] = [];
  for (const [index, rule] of Array.from<OriginRule<Context>>(rules).entries()) {
    const refuse = refuserOf(index, issues);
    // Without a prototype, so that only what was given counts.
    const given: Partial<Record<string, unknown>> = { __proto__: null, ...rule };
    const valid = orIssues(() => readPolicy<Context>(given), index, issues);
    const { origin: _, ...others } = given;
    const gate = "gate" in given ? readGate<Context>(others, refuse) : undefined;
    if (valid === undefined) continue;
    if (isCovered(valid.options, earlier)) {
      const remedy = "write this rule in front of them, or leave it out";
      refuse("origin", "incompatible", `origin, which earlier rules cover whole; ${remedy}`);
    }
    earlier.push(valid.options);
    compiled.push(compileRule(valid, gate));
  }
  if (issues[0]) throw new CorsConfigError(issues);
  return compiled;
}

/** @throws CorsConfigError with every problem of the policy, or of the origin beside a gate */
function readPolicy<Context>({
  gate,
  ...options
}: Partial<Record<string, unknown>>): ValidPolicy<Context> {
  const given = gate === undefined ? options : { origin: options["origin"] };
  return normalizeOptions(given as unknown as CorsOptions<Context>);
}

function compileRule<Context>(
  valid: ValidPolicy<Context>,
  gate: Gate<Context> | undefined,
): CompiledRule<Context> {
  const policy = compilePolicy(valid);
  const decided = compileCheck(policy);
  const decisions = new WeakMap<Request, Decision>();
  const check = (request: Request, context?: Context): Verdict =>
    // Decided before; a request that was not is denied.
    decided(request, context, request.headers.get("origin"), decisions.get(request) as Decision);
  const { origin: ask } = valid;
  const { onError } = valid.options;
  return {
    decide: (origin, context, request) => {
      if (typeof ask !== "function") return policy.allows(origin);
      return policy.allows(origin) && askOrigin(ask, origin as string, context as Context, request);
    },
    settle: (request, decision) => void decisions.set(request, decision),
    gate: gate ?? { check, wrap: createWrap(check, onError) },
    asks: typeof ask === "function",
  };
}
