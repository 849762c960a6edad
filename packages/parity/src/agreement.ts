import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import type { ModelOutcome } from "@crossgate/browser/fixtures/run-on-model";
import type { ReportedError } from "./engines/engine.ts";
import type { Observed } from "./network.ts";

/** What is compared, said by the model and seen in the browser, in one shape. */
export interface Verdict {
  readonly steps: readonly unknown[];
  /** CorsErrors in order; absent where the browser has no way to tell. */
  readonly errors?: readonly unknown[];
}

/** The verdict of the model. */
export function expectedVerdict(
  scenario: Scenario,
  outcomes: readonly ModelOutcome[],
  hasErrors: boolean,
): Verdict {
  const steps = outcomes.map((outcome, index) => {
    const { result, type, status, redirected, visible, wire } = outcome;
    if (result === "blocked") return { result, wire };
    const isXhr = scenario.steps[index]?.upload !== undefined;
    return { result, ...(isXhr ? {} : { type }), status, redirected, visible, wire };
  });
  if (!hasErrors) return { steps };
  const errors = outcomes
    .filter(({ chromium }) => chromium != null)
    .map(({ chromium, failedParameter }) => [chromium, failedParameter]);
  return { steps, errors };
}

/** The verdict of a real browser. */
export function observedVerdict(
  observed: Observed,
  errors: readonly ReportedError[] | undefined,
): Verdict {
  const steps = observed.results.map((step, index) => {
    const { result, type, status, redirected, visible } = step;
    const wire = observed.wire[index] ?? [];
    if (result !== "readable") return { result, wire };
    return { result, ...(type === undefined ? {} : { type }), status, redirected, visible, wire };
  });
  if (!errors) return { steps };
  return { steps, errors: errors.map((error) => [error.corsError, error.failedParameter]) };
}

/** Whether two verdicts say the same, member by member. */
export function agree(one: Verdict, other: Verdict): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
