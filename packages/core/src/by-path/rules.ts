import { CorsConfigError, type ConfigIssue, type ConfigIssueCode } from "../config-error.ts";
import { createCors, type Gate } from "../cors.ts";
import type { CorsOptions } from "../options.ts";
import { quote } from "../quote.ts";
import { parsePathPattern, type PathPattern } from "./pattern.ts";
import type { PathRule } from "./rule.ts";
import { RuleTable } from "./table.ts";

/** All rules, compiled. */
export interface CompiledRules<Context> {
  readonly table: RuleTable;
  /** By the rule's index. */
  readonly gates: readonly Gate<Context>[];
}

type Refuse = (option: string, code: ConfigIssueCode, text: string) => undefined;

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
    const refuse: Refuse = (option, code, text) => {
      issues.push({ path: `[${index}].${option}`, code, message: `${code} ${text}` });
      return undefined;
    };
    // Without a prototype, so that only what was given counts.
    const { path, ...policy }: { path?: unknown; gate?: unknown } = { __proto__: null, ...rule };
    const pattern = readPattern(path, refuse);
    if (pattern && !table.add(pattern, index)) {
      const remedy = "an earlier rule covers it whole: write it in front of that one";
      refuse("path", "incompatible", `path ${quote(path)}; ${remedy}`);
    }
    gates.push(
      Object.hasOwn(policy, "gate") ? readGate(policy, refuse) : compile(policy, index, issues),
    );
  }
  if (issues.length > 0) throw new CorsConfigError(issues);
  return { table, gates: gates as readonly Gate<Context>[] };
}

function readPattern(path: unknown, refuse: Refuse): PathPattern | undefined {
  const remedy = `write "/admin/*", "/health" or "*"`;
  return parsePathPattern(path) ?? refuse("path", "invalid", `path ${quote(path)}; ${remedy}`);
}

function readGate<Context>(
  policy: { readonly gate?: unknown },
  refuse: Refuse,
): Gate<Context> | undefined {
  const { gate, ...others } = policy;
  for (const name of Object.keys(others)) {
    refuse(name, "incompatible", "with gate, which is a whole policy; leave one of them out");
  }
  const { check, wrap } = Object(gate) as Partial<Gate<Context>>;
  return typeof check === "function" && typeof wrap === "function"
    ? (gate as Gate<Context>)
    : refuse("gate", "invalid", `${quote(gate)}; write what createCors returns`);
}

function compile<Context>(
  options: unknown,
  index: number,
  issues: ConfigIssue[],
): Gate<Context> | undefined {
  try {
    return createCors(options as CorsOptions<Context>);
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error;
    for (const issue of error.issues) issues.push({ ...issue, path: `[${index}].${issue.path}` });
    return undefined;
  }
}
