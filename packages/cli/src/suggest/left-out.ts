import { originProblem } from "@crossgate/core/origin-entry";
import { originWarnings } from "../lint/origin-warnings.ts";
import type { LeftOut, SeenOrigin } from "./report.ts";
import type { Asked } from "./tally.ts";

/** Why an origin is not written into a policy. */
export function leftOut(seen: SeenOrigin, asked: Asked, atLeast: number): LeftOut | undefined {
  const { origin, requests } = seen;
  const because = (code: string, reason: string): LeftOut => ({ ...seen, code, reason });
  if (origin === "null" || origin.startsWith("file:")) {
    return because("null", "Every sandboxed page and every file has it: it names no one.");
  }
  // What a stranger sends as a pattern would be one in a list.
  const problem = origin.includes("*") ? "no browser sends a wildcard" : originProblem(origin);
  if (problem !== undefined) return because("malformed", problem);
  if (asked.refused === requests) {
    return because("refused", "The gate behind the log denied each of its requests.");
  }
  if (requests < atLeast) {
    return because("rare", `It asked ${requests} of the ${atLeast} times that are wanted.`);
  }
  const [warning] = originWarnings(origin, "origin");
  return warning && because(warning.code, warning.message);
}
