import type { Findings, TimedComparison } from "../measure/all.ts";
import type { Spread } from "../measure/statistics.ts";
import type { Row } from "../measure/time.ts";
import type { SectionName } from "../sections/index.ts";

/** The comparisons of one section, on one runtime. */
export function comparisonsOf(
  { runtime, times }: Findings,
  section: SectionName,
): readonly TimedComparison[] {
  if (!times) throw new Error(`nothing was timed on ${runtime}`);
  return times[section];
}

export function rowOf(
  findings: Findings,
  section: SectionName,
  load: string,
  contender: string,
): Row {
  const comparison = comparisonsOf(findings, section).find((each) => each.load === load);
  const row = comparison?.rows.find((each) => each.contender === contender);
  if (!row) throw new Error(`no time of ${contender} under ${load} in ${section}`);
  return row;
}

/** What a contender adds to its base, or all of it where it has none. */
export function costOf({ overhead, time }: Row): Spread {
  return overhead ?? time;
}

/** The cost of one contender by that of another. */
export function ratioOf(
  findings: Findings,
  section: SectionName,
  load: string,
  contender: string,
  other: string,
): number {
  const cost = (name: string): number => costOf(rowOf(findings, section, load, name)).median;
  return cost(contender) / cost(other);
}

/** All of the time of one contender by that of another. */
export function timeRatioOf(
  findings: Findings,
  section: SectionName,
  load: string,
  contender: string,
  other: string,
): number {
  const time = (name: string): number => rowOf(findings, section, load, name).time.median;
  return time(contender) / time(other);
}
