import { createCors, isCors, type Gate } from "../cors.ts";
import type { CorsOptions, PlainStaticOptions } from "../options.ts";
import { compilePolicy } from "../policy.ts";
import { normalizeOptions } from "../validate/options.ts";
import type { Verdict } from "../verdict/verdict.ts";

/**
 * Gives the verdict that holds for every request, if a gate answers all of them alike. A static
 * policy grants a request without `Origin`, and without `Vary`. Use its `apply` on responses that a
 * host makes by itself.
 *
 * @param gate one that `createCors` did not make has no such verdict, as far as anyone can tell
 * @example
 * ```ts
 * const verdict = verdictForAll(toGate({ origin: "*" }));
 * const fixed = verdict?.apply(new Response("the same for everyone"));
 * ```
 */
export function verdictForAll<Context>(gate: Gate<Context>): Verdict | undefined {
  // A gate that someone made of another's parts has its options, and may do something else.
  if (!isCors(gate)) return undefined;
  const { options } = gate;
  // `onVerdict` hears of requests, and this is none.
  const silent = { ...options, onVerdict: undefined } as PlainStaticOptions<Context>;
  return compilePolicy(normalizeOptions(silent as CorsOptions<Context>)).isStatic
    ? createCors(silent).check(new Request("http://localhost"))
    : undefined;
}
