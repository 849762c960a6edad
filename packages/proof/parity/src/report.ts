import { compareConsoleLines } from "./console-lines.ts";
import { countCorsErrors } from "./cors-errors.ts";
import type { Counts, Kind } from "./coverage.ts";
import { countCodes, countFeatures, fullFeatures, rareFeaturesOf } from "./coverage.ts";
import type { EngineName } from "./engines/engine.ts";
import { describeDisagreement } from "./fixture-row.ts";
import type { ParityResult } from "./parity.ts";
import { fullRun, rareCodes, unreachableCodes } from "./required-codes.ts";

/**
 * Prints what a run showed.
 *
 * @returns whether it showed all it has to
 */
export function report(engine: EngineName, kind: Kind, result: ParityResult): boolean {
  const { comparisons, disagreements, unsteady } = result;
  for (const disagreement of disagreements) console.log(describeDisagreement(disagreement));
  for (const { scenario } of unsteady) console.log(`unsteady: ${JSON.stringify(scenario)}`);
  const codes = countCodes(comparisons);
  print("Codes, cases each", codes);
  const features = countFeatures(comparisons, kind);
  print("Features, cases each", features);
  const rare = tellRare(rareFeaturesOf(kind, features), comparisons.length, fullFeatures[kind]);
  const gaps = [...rare, ...(engine === "chromium" ? reportChromium(result, kind, codes) : [])];
  for (const gap of gaps) console.log(`too rare: ${gap}`);
  return disagreements.length === 0 && gaps.length === 0;
}

/**
 * Prints what only Chromium tells.
 *
 * @returns what was not seen often enough
 */
function reportChromium(
  { comparisons }: ParityResult,
  kind: Kind,
  codes: Counts,
): readonly string[] {
  printLines("Codes no case can show", unreachableCodes());
  const errors = countCorsErrors(comparisons);
  const reached = errors.filter(({ unreachable }) => unreachable === null);
  printLines(
    "CorsErrors, cases in which real Chromium and the model gave the same",
    reached.map(({ name, chromium, both }) => `${name}: ${chromium} and ${both}`),
  );
  printLines(
    "CorsErrors no page can have here",
    errors.flatMap(({ name, unreachable, chromium }) =>
      unreachable === null ? [] : [`${name}: ${chromium}, ${unreachable}`],
    ),
  );
  const { compared, different } = compareConsoleLines(comparisons);
  console.log(`\nConsole lines: ${compared} compared, ${different.length} different`);
  for (const pair of different.slice(0, 5)) console.log(`  ${pair.model}\n  ${pair.chromium}`);
  if (kind === "contexts") return [];
  const unseen = reached.filter(({ both }) => both === 0).map(({ name }) => `${name}: never`);
  return tellRare([...rareCodes(codes), ...unseen], comparisons.length, fullRun);
}

/**
 * What a run of this length has to show and did not. A shorter one says what it could not show.
 *
 * @returns what is too rare in a run that is long enough
 */
export function tellRare(rare: readonly string[], cases: number, full: number): readonly string[] {
  if (cases >= full || rare.length === 0) return rare;
  console.log(`\n${cases} cases are too few to show everything; ${full} do. Too rare here:`);
  for (const line of rare) console.log(`  ${line}`);
  return [];
}

function printLines(title: string, lines: readonly string[]): void {
  console.log(`\n${title}:`);
  for (const line of lines) console.log(`  ${line}`);
}

/** Prints how often something was exercised. */
export function print(title: string, counts: Counts): void {
  const lines = Array.from(counts, ([name, times]) => `${String(times).padStart(5)}  ${name}`);
  printLines(title, lines);
}
