import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import type { ModelOutcome } from "@crossgate/browser/fixtures/run-on-model";
import type { ReportedError } from "./engines/engine.ts";
import type { Observed } from "./network.ts";

/** An error by name, with what it may name as the culprit. */
export interface ExpectedError {
  readonly corsError: string;
  /**
   * One, except for refused headers. If several are refused, Chromium names the one that comes
   * first in a hash table (HTTPHeaderMap). The model names the first in the alphabet.
   */
  readonly failedParameters: readonly string[];
}

/** What is compared, said by the model and seen in the browser, in one shape. */
export interface Verdict<Reported> {
  readonly steps: readonly unknown[];
  /** CorsErrors in order; absent where the browser has no way to tell. */
  readonly errors: readonly Reported[] | undefined;
}

/** The verdict of the model. */
export function expectedVerdict(
  scenario: Scenario,
  outcomes: readonly ModelOutcome[],
  hasErrors: boolean,
): Verdict<ExpectedError> {
  const steps = outcomes.map((outcome, index) => {
    const { result, type, status, redirected, visible, wire, sent } = outcome;
    const { upload, via } = scenario.steps[index] ?? {};
    const isUntyped = type === undefined || (upload !== undefined && via === undefined);
    const shown = isUntyped ? {} : { type };
    if (result === "blocked") return { result, ...shown, wire, sent };
    return { result, ...shown, status, redirected, visible, wire, sent };
  });
  // DevTools tells of a case by its URL, and a request of no server has none.
  const told = outcomes.filter((_, index) => scenario.steps[index]?.local === undefined);
  const errors = told.flatMap(({ chromium, failedParameters }) =>
    chromium == null
      ? []
      : [{ corsError: chromium, failedParameters: failedParameters.map(ascii) }],
  );
  return { steps, errors: hasErrors ? errors : undefined };
}

/** The protocol drops bytes that are not ASCII from what it quotes. */
function ascii(text: string): string {
  return text.replace(/[\x80-\xff]/g, "");
}

/** The verdict of a real browser. */
export function observedVerdict(
  observed: Observed,
  errors: readonly ReportedError[] | undefined,
): Verdict<ReportedError> {
  const steps = observed.results.map((step, index) => {
    const { result, type, status, redirected, visible } = step;
    const wire = observed.wire[index] ?? [];
    const sent = observed.sent[index] ?? [];
    const shown = type === undefined ? {} : { type };
    if (result !== "readable") return { result, ...shown, wire, sent };
    return { result, ...shown, status, redirected, visible, wire, sent };
  });
  return { steps, errors };
}

/** Whether two verdicts say the same, member by member. */
export function agree(expected: Verdict<ExpectedError>, observed: Verdict<ReportedError>): boolean {
  if (JSON.stringify(expected.steps) !== JSON.stringify(observed.steps)) return false;
  if (expected.errors?.length !== observed.errors?.length) return false;
  return (expected.errors ?? []).every((error, index) => {
    const other = observed.errors?.[index];
    if (error.corsError !== other?.corsError) return false;
    const isOpen = error.corsError === "HeaderDisallowedByPreflightResponse";
    const named = isOpen ? error.failedParameters : error.failedParameters.slice(0, 1);
    return named.includes(other.failedParameter);
  });
}
