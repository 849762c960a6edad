import { SECTION_NAMES } from "../sections/index.ts";
import type { Findings, TimedComparison } from "./all.ts";
import { type Spread, spreadOf } from "./statistics.ts";
import type { Row } from "./time.ts";

/**
 * What several processes of one runtime found: the medians of their medians. An engine compiles the
 * same code differently from one process to the next, and no number of rounds in one shows that.
 */
export function mergeFindings(processes: readonly Findings[]): Findings {
  const [first] = processes;
  if (!first) throw new Error("no process has found anything");
  const problems = processes.flatMap((each) => each.problems);
  if (!first.times || problems.length > 0) return { ...first, problems };
  const times = Object.fromEntries(
    SECTION_NAMES.map((section) => [
      section,
      mergeComparisons(processes.map((each) => each.times?.[section] ?? [])),
    ]),
  ) as NonNullable<Findings["times"]>;
  return { ...first, problems, times };
}

/** The same comparisons in every process, and in them the same rows. */
function mergeComparisons(
  processes: readonly (readonly TimedComparison[])[],
): readonly TimedComparison[] {
  return (processes[0] ?? []).map(({ load, rows }, at) => ({
    load,
    rows: rows.map((row, index) =>
      mergeRows(
        row,
        processes.flatMap((comparisons) => comparisons[at]?.rows[index] ?? []),
      ),
    ),
  }));
}

function mergeRows(row: Row, rows: readonly Row[]): Row {
  const time = mediansOf(rows.map((each) => each.time));
  if (!row.overhead) return { ...row, time };
  return { ...row, time, overhead: mediansOf(rows.flatMap(({ overhead }) => overhead ?? [])) };
}

function mediansOf(spreads: readonly Spread[]): Spread {
  return spreadOf(spreads.map(({ median }) => median));
}
