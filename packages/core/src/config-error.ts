import { printable } from "./printable.ts";

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
    // Names of options and sources of expressions are quoted as they were given.
    const shown = issues.map(({ path, code, message }) => ({
      path: printable(path),
      code,
      message: printable(message),
    }));
    super(
      `CORS policy refused:${shown.map(({ path, message }) => `\n  ${path}: ${message}`).join("")}`,
    );
    this.name = "CorsConfigError";
    this.issues = shown;
  }
}
