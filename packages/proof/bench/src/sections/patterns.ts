import { createCors } from "@crossgate/core";
import { application } from "../application.ts";
import type { Family } from "../contender.ts";
import { FAMILIES_BY_PATTERN } from "../contenders/index.ts";
import { LOADS } from "../loads.ts";
import { byPattern, cors, EXPRESSION, POLICY } from "../policy.ts";
import type { Comparison } from "../trial.ts";
import { trialsOf } from "./contenders.ts";

const byExpression = createCors({ ...POLICY, origin: EXPRESSION });
const byFunction = createCors({ ...POLICY, origin: (origin) => EXPRESSION.test(origin) });

const ON_FETCH: Family = {
  bare: { name: "bare handler", handle: application },
  guarded: [
    { name: "crossgate, list of three", handle: cors.wrap(application) },
    { name: "crossgate, pattern", handle: byPattern.wrap(application) },
    { name: "crossgate, RegExp", handle: byExpression.wrap(application) },
    { name: "crossgate, origin function", handle: byFunction.wrap(application) },
  ],
};

/** Whole requests under policies that allow every subdomain, each by what the contender has for it. */
export const PATTERN_FAMILIES: readonly Family[] = [ON_FETCH, ...FAMILIES_BY_PATTERN];

export function patternRequests(): readonly Comparison[] {
  return LOADS.filter(({ name }) => name.startsWith("actual")).map((load) => ({
    load: load.name,
    trials: PATTERN_FAMILIES.flatMap((family) => trialsOf(family, load)),
  }));
}
