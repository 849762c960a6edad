import type { Comparison } from "./compare-all.ts";

/** A disagreement, in words and as a row that can be pasted into a table of fixtures. */
export function describeDisagreement({
  scenario,
  outcomes,
  expected,
  observed,
}: Comparison): string {
  const lines = [`row: ${JSON.stringify(scenario)}`];
  for (const [index, step] of expected.steps.entries()) {
    const seen = observed.steps[index];
    if (JSON.stringify(step) === JSON.stringify(seen)) continue;
    lines.push(`  step ${index} model:   ${JSON.stringify(step)} ${outcomes[index]?.code ?? ""}`);
    lines.push(`  step ${index} browser: ${JSON.stringify(seen)}`);
  }
  if (expected.errors && JSON.stringify(expected.errors) !== JSON.stringify(observed.errors)) {
    lines.push(`  errors model:   ${JSON.stringify(expected.errors)}`);
    lines.push(`  errors browser: ${JSON.stringify(observed.errors)}`);
  }
  return lines.join("\n");
}
