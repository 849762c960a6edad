/** What lint warns of, and core, which has no list of public suffixes, lets pass. */
export type LintCode =
  | "public-suffix"
  | "public-suffix-ancestor"
  | "shared-hosting"
  | "http-origin"
  | "localhost"
  | "max-age-long"
  | "max-age-zero"
  | "wildcard-headers-with-credentials"
  | "allows-probe"
  | "slow-expression"
  | "function-unanswered";

export interface LintWarning {
  readonly code: LintCode;
  /** The option, with an index inside a list: `origin[2]`. */
  readonly path: string;
  readonly message: string;
}

/** A problem for which `createCors` refuses the policy. */
export interface LintError {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** The result; `--json` prints it as it is. */
export interface LintReport {
  /** Counts up when a member goes or changes its meaning; new members may come at any time. */
  readonly version: 1;
  readonly verdict: "clean" | "warnings" | "invalid";
  /** What the policy allows, a sentence each; empty when it is invalid. */
  readonly allows: readonly string[];
  readonly errors: readonly LintError[];
  readonly warnings: readonly LintWarning[];
}
