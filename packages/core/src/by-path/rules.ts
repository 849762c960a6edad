import { CorsConfigError, type ConfigIssue } from "../config-error.ts";
import { createCors, type Gate } from "../cors.ts";
import { quote } from "../quote.ts";
import type { PathRule } from "./index.ts";
import { covers, parsePathPattern, type PathPattern } from "./path.ts";

/** One rule, compiled. */
export interface CompiledRule<Context> {
  readonly pattern: PathPattern;
  readonly gate: Gate<Context>;
}

/** @throws CorsConfigError with the problems of all rules */
export function compileRules<Context>(
  rules: readonly PathRule<Context>[],
): readonly CompiledRule<Context>[] {
  const issues: ConfigIssue[] = [];
  const compiled: CompiledRule<Context>[] = [];
  if (!Array.isArray(rules) || rules.length === 0) {
    const message = `missing rule; write a list, such as [{ path: "/api/*", origin: "https://app.example.com" }]`;
    throw new CorsConfigError([{ path: "rules", code: "missing", message }]);
  }
  for (const [index, rule] of rules.entries()) {
    const { path, ...options }: Partial<PathRule<Context>> = rule ?? {};
    const pattern = parsePathPattern(path);
    const problem = pattern ? unreachable(pattern, compiled) : INVALID;
    if (problem) {
      const [code, remedy] = problem;
      issues.push({
        path: `[${index}].path`,
        code,
        message: `${code} path ${quote(path)}; ${remedy}`,
      });
    }
    try {
      const gate = createCors<Context>(options as never);
      if (pattern) compiled.push({ pattern, gate });
    } catch (error) {
      if (!(error instanceof CorsConfigError)) throw error;
      for (const issue of error.issues) issues.push({ ...issue, path: `[${index}].${issue.path}` });
    }
  }
  if (issues.length > 0) throw new CorsConfigError(issues);
  return compiled;
}

type Problem = readonly [code: ConfigIssue["code"], remedy: string];

const INVALID: Problem = ["invalid", `write "/admin/*", "/health" or "*"`];

/** A rule that an earlier one hides would silently not hold. */
function unreachable<Context>(
  { base, isTree }: PathPattern,
  earlier: readonly CompiledRule<Context>[],
): Problem | undefined {
  const hides = ({ pattern }: CompiledRule<Context>): boolean =>
    covers(pattern, base || "/") && (pattern.isTree || !isTree);
  return earlier.some(hides)
    ? ["incompatible", "an earlier rule covers it whole: write it in front of that one"]
    : undefined;
}
