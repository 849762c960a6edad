import type { Host } from "./answer.ts";
import type { RuntimeName } from "./case.ts";
import type { Difference } from "./compare.ts";

export interface Runtime extends Host {
  readonly name: RuntimeName;
  readonly version: string;
}

export interface Failure {
  readonly subject: string;
  readonly id: string;
  readonly rules: readonly string[];
  /** Of a sequence of requests; absent for a policy. */
  readonly step?: number;
  readonly differences: readonly Difference[];
}

export interface SubjectReport {
  readonly subject: string;
  passed: number;
  readonly failed: Failure[];
  readonly inexpressible: { readonly id: string; readonly reason: string }[];
  /** How many requests there were of which the subject could not show this expectation. */
  readonly unobserved: Record<string, number>;
}

/** Everything that one runtime has to say; survives JSON. */
export interface Report {
  readonly runtime: RuntimeName;
  readonly version: string;
  readonly cases: number;
  readonly subjects: readonly SubjectReport[];
}
