import { argv, env, exit, stdout } from "node:process";
import { parseArgs } from "node:util";
import type { RuntimeName } from "./case.ts";
import { allCases } from "./cases/all.ts";
import { formatViewCoverage, viewCoverage } from "./page/view-coverage.ts";
import {
  countCases,
  formatFailure,
  formatInexpressible,
  formatTable,
  formatUnobserved,
} from "./print.ts";
import type { Report } from "./report.ts";
import { RUNTIMES } from "./runtimes.ts";
import { startUpstream } from "./upstream.ts";

interface Outcome {
  readonly reports: Report[];
  readonly broken: string[];
  readonly missing: string[];
}

async function runAll(names: readonly RuntimeName[]): Promise<Outcome> {
  const outcome: Outcome = { reports: [], broken: [], missing: [] };
  const upstream = await startUpstream();
  for (const name of names) {
    try {
      const report = await RUNTIMES[name](upstream.url);
      if (report) outcome.reports.push(report);
      else outcome.missing.push(name);
    } catch (error) {
      outcome.broken.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  upstream.close();
  return outcome;
}

/** @returns whether everything that must hold does */
function tell({ reports, broken, missing }: Outcome): boolean {
  const subjects = reports.flatMap((report) => report.subjects);
  for (const { runtime, subjects } of reports) {
    for (const failure of subjects.flatMap(({ failed }) => failed)) {
      console.log(formatFailure(runtime, failure));
    }
  }
  for (const report of reports) console.log(formatInexpressible(report));
  for (const report of reports) console.log(formatUnobserved(report));
  console.log(formatTable(reports));
  for (const message of broken) console.log(`✗ ${message}`);
  for (const name of missing) console.log(`!!! ${name} is not installed: NOT ONE CASE RAN ON IT`);
  const cases = Math.max(0, ...reports.map((report) => report.cases));
  console.log(`${cases} cases × ${reports.length} runtimes, ${subjects.length} subjects in all`);
  const passed = subjects.reduce((sum, subject) => sum + subject.passed, 0);
  const failing = subjects.reduce((sum, { failed }) => sum + countCases(failed), 0);
  // On a person's machine a runtime may be missing; where everything is installed it may not.
  const isCi = Boolean(env["CI"]);
  const failed = failing + broken.length + (isCi ? missing.length : 0);
  const skipped = isCi || missing.length === 0 ? "" : `, ${missing.length} skipped`;
  console.log(`${passed} passed, ${failed} failed${skipped}`);
  return failed === 0;
}

const { values } = parseArgs({ args: argv.slice(2), options: { runtime: { type: "string" } } });
const names = (Object.keys(RUNTIMES) as RuntimeName[]).filter(
  (name) => values.runtime === undefined || values.runtime === name,
);
console.log(formatViewCoverage(await viewCoverage(allCases)));
if (names.length === 0) console.error(`no such runtime: ${values.runtime}`);
const code = names.length > 0 && tell(await runAll(names)) ? 0 : 1;
// What a pipe has not taken yet is lost at the exit, and the totals are the last of it.
stdout.write("", () => exit(code));
