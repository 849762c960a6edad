import type { CorsCode } from "./codes.ts";

/** One check that a request or its preflight did not pass. */
export interface Failure {
  readonly code: CorsCode;
  readonly phase: "preflight" | "actual";
  /** As DevTools reports it: the offending value, method or header; often empty. */
  readonly failedParameter: string;
  /** What the explanation quotes. */
  readonly detail: string;
}

/** Makes a failure of which DevTools reports no value. */
export function failureOf(phase: Failure["phase"], code: CorsCode, detail: string): Failure {
  return { code, phase, failedParameter: "", detail };
}
