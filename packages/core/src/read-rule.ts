import { CorsConfigError, type ConfigIssue, type ConfigIssueCode } from "./config-error.ts";
import type { Gate } from "./cors.ts";
import { quote } from "./quote.ts";

/** Takes down one problem of a rule; the other rules are still read. */
export type RefuseRule = (option: string, code: ConfigIssueCode, problem: string) => undefined;

/** Takes down the problems of one rule under its index: `[1].origin`. */
export function refuserOf(index: number, issues: ConfigIssue[]): RefuseRule {
  return (option, code, problem) => {
    issues.push({ path: `[${index}].${option}`, code, message: `${code} ${problem}` });
    return undefined;
  };
}

/** Makes something of a rule's options, or takes down all that is wrong with them. */
export function orIssues<Made>(
  make: () => Made,
  index: number,
  issues: ConfigIssue[],
): Made | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error;
    for (const issue of error.issues) issues.push({ ...issue, path: `[${index}].${issue.path}` });
    return undefined;
  }
}

/** Reads the gate of a rule, beside which no option may stand. */
export function readGate<Context>(
  { gate, ...options }: { readonly gate?: unknown },
  refuse: RefuseRule,
): Gate<Context> | undefined {
  for (const name of Object.keys(options)) {
    refuse(name, "incompatible", "with gate, which is a whole policy; leave one of them out");
  }
  const { check, wrap } = Object(gate) as Partial<Gate<Context>>;
  return typeof check === "function" && typeof wrap === "function"
    ? (gate as Gate<Context>)
    : refuse("gate", "invalid", `${quote(gate)}; write what createCors returns`);
}
