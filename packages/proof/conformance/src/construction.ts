import type { CorsOptions } from "@crossgate/core";
import type { ConstructionCase } from "./case.ts";
import type { Difference } from "./compare.ts";
import type { Subject } from "./subject.ts";

/** What a subject makes of a policy, and what differs from what it should. */
export function compareConstruction(candidate: ConstructionCase, subject: Subject): Difference[] {
  return "issues" in candidate
    ? compareIssues(candidate.issues, issuesOf(candidate, subject))
    : compareOptions(candidate, subject);
}

/** The issues of the refusal, or words that are none. */
function issuesOf(candidate: ConstructionCase, subject: Subject): Issues | string {
  try {
    subject.construct?.(candidate.construct as CorsOptions);
    return "accepted";
  } catch (error) {
    const { name, issues } = error as { name?: string; issues?: Record<"path" | "code", string>[] };
    const refused = error instanceof TypeError && name === "CorsConfigError" && issues;
    return refused ? issues.map(({ path, code }) => [path, code] as const) : String(error);
  }
}

type Issues = readonly (readonly [path: string, code?: string])[];

function compareIssues(expected: "any" | Issues, got: Issues | string): Difference[] {
  if (expected === "any") {
    return typeof got === "string" ? [{ what: "issues", expected: "refused", got }] : [];
  }
  const comparable =
    typeof got === "string"
      ? got
      : got.map(([path, code], index) =>
          expected[index]?.[1] === undefined ? [path] : [path, code],
        );
  return JSON.stringify(expected) === JSON.stringify(comparable)
    ? []
    : [{ what: "issues", expected, got }];
}

function compareOptions(
  candidate: Extract<ConstructionCase, { normalized: unknown }>,
  subject: Subject,
): Difference[] {
  try {
    const got = subject.construct?.(candidate.construct as CorsOptions);
    // A subject that does not show its normalised policy has at least accepted it.
    if (got === undefined) return [];
    const differences = Object.entries(candidate.normalized)
      .map(([what, value]) => ({
        what,
        expected: value,
        got: (got as Readonly<Record<string, unknown>>)[what],
      }))
      .filter((pair) => JSON.stringify(pair.expected) !== JSON.stringify(pair.got));
    return candidate.frozen && !isFrozen(got)
      ? [...differences, { what: "options", expected: "frozen", got: "writable" }]
      : differences;
  } catch (error) {
    return [{ what: "policy", expected: "accepted", got: String(error) }];
  }
}

/** Functions are the application's own. */
function isFrozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozen);
}
