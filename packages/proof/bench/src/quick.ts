import { findingsOf } from "./findings.ts";
import type { Findings } from "./measure/all.ts";
import { RUNTIMES } from "./runtimes.ts";

/** Every contender answers rightly on every runtime; how fast is not asked. */
export async function checkAnswers(): Promise<void> {
  let [passed, failed] = [0, 0];
  const outcomes = await Promise.allSettled(RUNTIMES.map((name) => findingsOf(name, true)));
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === "fulfilled") {
      tell(outcome.value);
      passed += outcome.value.answers - outcome.value.problems.length;
      failed += outcome.value.problems.length;
    } else {
      console.log(`${RUNTIMES[index]}: ${outcome.reason}`);
      failed += 1;
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

export function tell({ runtime, answers, problems }: Findings): void {
  for (const problem of problems) console.log(`  FAIL  ${problem}`);
  console.log(`${runtime}: ${answers - problems.length} right, ${problems.length} wrong`);
}
