import { type Cors, CorsConfigError, createCors, type StaticCorsOptions } from "@crossgate/core";
import { stepsThrough } from "./bounded-expression.ts";
import { stepsToCompile } from "./compile-steps.ts";
import { LIMITS } from "./limits.ts";
import { parseOptions, type OptionsRecord } from "./options-text.ts";

/** A policy that works, or why the endpoint does not take it. */
export type CompiledPolicy =
  | { readonly cors: Cors; readonly problem?: never }
  | { readonly cors?: never; readonly problem: string };

/** Compiles a visitor's policy, for one request. */
export function compilePolicy(text: string): CompiledPolicy {
  const { options, problem } = parseOptions(text);
  if (options === undefined) return { problem };
  try {
    return { cors: createCors(options as unknown as StaticCorsOptions) };
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error;
    return { problem: error.message };
  }
}

/**
 * Why a policy is not for a server that strangers share; undefined for one that is. To be asked
 * before the policy is compiled, because that already runs its expressions.
 */
export function tooMuchToServe(options: OptionsRecord): string | undefined {
  const values = Object.values(options).flat(4);
  if (values.length > LIMITS.entries) {
    return `more than ${LIMITS.entries} values; the demonstration takes no longer policies`;
  }
  let total = 0;
  for (const value of values) {
    if (!(value instanceof RegExp)) continue;
    total += stepsToCompile(value);
    // Counting takes time, too.
    if (total <= LIMITS.steps) total += stepsThrough(value) ?? Number.POSITIVE_INFINITY;
    if (total > LIMITS.steps) {
      return `${value} may take a server too long. The demonstration runs RegExps without repeated groups, look-around and back references. At most two of * and + may be in them, with little after these, and few of . \\W \\S \\D under the flag i`;
    }
  }
  return undefined;
}
