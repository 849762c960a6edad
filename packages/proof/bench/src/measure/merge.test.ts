import { expect, test } from "vitest";
import { SECTION_NAMES } from "../sections/index.ts";
import type { Findings, TimedComparison } from "./all.ts";
import { mergeFindings } from "./merge.ts";
import type { Spread } from "./statistics.ts";

/** A process in which everything took as long, and the gate some more. */
function process(median: number, problems: readonly string[] = []): Findings {
  const spread = (middle: number): Spread => ({ median: middle, low: 0, high: 0 });
  const comparison: TimedComparison = {
    load: "actual, allowed",
    rows: [
      { contender: "bare", time: spread(median) },
      { contender: "gate", base: "bare", time: spread(median * 3), overhead: spread(median * 2) },
    ],
  };
  const times = Object.fromEntries(SECTION_NAMES.map((name) => [name, [comparison]]));
  return {
    runtime: "Node 24",
    answers: 7,
    problems,
    times: times as unknown as NonNullable<Findings["times"]>,
  };
}

test("a figure is the median of the processes' medians, in brackets the half around it", () => {
  const { times } = mergeFindings([10, 50, 20, 40, 30].map((median) => process(median)));
  const [bare, gate] = times?.contenders[0]?.rows ?? [];
  expect(bare?.time).toEqual({ median: 30, low: 20, high: 40 });
  expect(gate?.time.median).toBe(90);
  expect(gate?.overhead).toEqual({ median: 60, low: 40, high: 80 });
  expect(bare?.overhead).toBeUndefined();
});

test("what one process answers wrongly is told of all", () => {
  const { problems } = mergeFindings([process(1), process(1, ["gate: 500"])]);
  expect(problems).toEqual(["gate: 500"]);
});
