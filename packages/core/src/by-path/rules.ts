import { CorsConfigError, type ConfigIssue, type ConfigIssueCode } from "../config-error.ts";
import { createCors, type Gate } from "../cors.ts";
import type { CorsOptions } from "../options.ts";
import { quote } from "../quote.ts";
import { orIssues, readGate, refuserOf } from "../read-rule.ts";
import { parsePathPattern } from "./pattern.ts";
import type { PathRule } from "./rule.ts";
import { RuleTable } from "./table.ts";

/** All rules, compiled. */
export interface CompiledRules<Context> {
  readonly table: RuleTable;
  /** By the rule's index. */
  readonly gates: readonly Gate<Context>[];
}

/**
 * What routers write for a parameter: `/users/:id`, `/users/{id}`, `/users/[id]`, `/(a|b)`. Taken for
 * a name it would cover no path, and a later rule would decide in its place.
 */
const PARAMETER = /\/[:{[(<].*/s;

/** @throws CorsConfigError with the problems of all rules */
export function compileRules<Context>(rules: readonly PathRule<Context>[]): CompiledRules<Context> {
  const issues: ConfigIssue[] = [];
  const table = new RuleTable();
  const gates: (Gate<Context> | undefined)[] = [];
  if (!Array.isArray(rules) || rules.length === 0) {
    const message = `missing rule; write a list, such as [{ path: "/api/*", origin: "https://app.example.com" }]`;
    throw new CorsConfigError([{ path: "rules", code: "missing", message }]);
  }
  for (const [index, rule] of rules.entries()) {
    const refuse = refuserOf(index, issues);
    // Without a prototype, so that only what was given counts.
    const { path, ...policy }: { path?: unknown; gate?: unknown } = { __proto__: null, ...rule };
    const refusePath = (code: ConfigIssueCode, remedy: string): undefined =>
      refuse("path", code, `path ${quote(path)}; ${remedy}`);
    const pattern = parsePathPattern(path);
    if (!pattern) refusePath("invalid", `write "/admin/*", "/health" or "*"`);
    else if (PARAMETER.test(path as string)) {
      const prefix = (path as string).replace(PARAMETER, "/*");
      refusePath("invalid", `a rule has no parameters: write ${quote(prefix)}`);
    } else if (!table.add(pattern, index)) {
      refusePath("incompatible", "an earlier rule covers it whole: write it in front of that one");
    }
    gates.push(
      Object.hasOwn(policy, "gate")
        ? readGate(policy, refuse)
        : orIssues(() => createCors(policy as CorsOptions<Context>), index, issues),
    );
  }
  if (issues[0]) throw new CorsConfigError(issues);
  return { table, gates: gates as readonly Gate<Context>[] };
}
