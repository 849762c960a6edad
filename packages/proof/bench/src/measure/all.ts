import type { Host } from "../hosts/host.ts";
import { SECTION_NAMES, type SectionName } from "../sections/index.ts";
import { paceOf } from "./pace.ts";
import { type Pace, type Row, timeComparison } from "./time.ts";

export interface TimedComparison {
  readonly load: string;
  readonly rows: readonly Row[];
}

/** What a run on one runtime found out. */
export interface Findings {
  readonly runtime: string;
  readonly answers: number;
  readonly problems: readonly string[];
  /** Not there where a response was wrong, or no one asked for times. */
  readonly times?: Readonly<Record<SectionName, readonly TimedComparison[]>>;
}

/** Looks at all responses, and times those who gave them if none is wrong. */
export async function measureAll(host: Host, pace: Pace | undefined): Promise<Findings> {
  const times: Partial<Record<SectionName, readonly TimedComparison[]>> = {};
  const problems: string[] = [];
  let answers = 0;
  for (const section of SECTION_NAMES) {
    const comparisons = await host.open(section);
    answers += comparisons.reduce((sum, comparison) => sum + comparison.answers, 0);
    problems.push(...comparisons.flatMap((comparison) => comparison.problems));
    if (!pace || problems.length > 0) continue;
    const timed: TimedComparison[] = [];
    const [first] = comparisons;
    // An engine goes on compiling beside the first rounds, and longest in the first section.
    if (first && section === SECTION_NAMES[0]) await timeComparison(host, section, first, pace);
    for (const comparison of comparisons) {
      const rows = await timeComparison(host, section, comparison, paceOf(section, pace));
      timed.push({ load: comparison.load, rows });
    }
    times[section] = timed;
  }
  const isTimed = pace !== undefined && problems.length === 0;
  const { runtime } = host;
  return { runtime, answers, problems, ...(isTimed && { times: times as Required<typeof times> }) };
}
