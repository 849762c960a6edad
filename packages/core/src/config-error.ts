/**
 * What is wrong with an option.
 *
 * - `missing`: required and not there
 * - `invalid`: malformed
 * - `forbidden`: the Fetch standard forbids it
 * - `prohibited`: well-formed, and this library refuses it
 * - `incompatible`: it clashes with another option
 * - `unknown`: no such option
 */
export type ConfigIssueCode =
  | "missing"
  | "invalid"
  | "forbidden"
  | "prohibited"
  | "incompatible"
  | "unknown";

/** One problem of a policy. */
export interface ConfigIssue {
  /** Where: an option's name, with an index inside a list, such as `origin[2]`. */
  readonly path: string;
  readonly code: ConfigIssueCode;
  /** What is wrong, and what to write instead. */
  readonly message: string;
}

/**
 * A policy that was refused. Its message lists every problem, so that one reading mends them all.
 *
 * @example
 * ```ts
 * try {
 *   createCors({ origin: "https://Example.com/" });
 * } catch (error) {
 *   if (error instanceof CorsConfigError) console.error(error.issues);
 * }
 * ```
 */
export class CorsConfigError extends TypeError {
  /** All problems, in the order of the options. */
  declare readonly issues: readonly ConfigIssue[];

  constructor(issues: readonly ConfigIssue[]) {
    super(
      `CORS policy refused:${issues.map((issue) => `\n  ${issue.path}: ${issue.message}`).join("")}`,
    );
    this.name = "CorsConfigError";
    this.issues = issues;
  }
}
