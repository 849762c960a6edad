/** How many tests a stage ran, and how they ended. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What vitest's JSON reporter writes, as far as it matters here. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    /** The file's whole path. */
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const TOTALS = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm;

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

/** The last `N passed, N failed` that a command printed; nothing, where it printed none. */
export function tallyOfTotals(output: string): Tally {
  const last = [...output.matchAll(TOTALS)].at(-1);
  if (last === undefined) return NOTHING;
  const [, passed, failed, skipped = "0"] = last;
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
}

/** One check: the command's own exit code. */
export function tallyOfCode(code: number): Tally {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

export function tallyOfVitest(report: VitestReport): Tally {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * What a stage really achieved: a command that failed has a failure, whatever it counted, and a
 * stage that ran nothing has failed too.
 */
export function settle(tally: Tally, code: number): Tally {
  const sound = tally.failed > 0 || (code === 0 && tally.passed > 0);
  return sound ? tally : { ...tally, failed: 1 };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    NOTHING,
  );
}

export function tallyText({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
