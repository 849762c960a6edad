import { parseArgs } from "node:util";
import * as model from "@crossgate/browser";
import { fixtureTables } from "@crossgate/browser/fixtures/all-fixtures";
import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import { compareConsoleLines } from "./console-lines.ts";
import type { Counts } from "./coverage.ts";
import { countCodes, countCorsErrors, countFeatures } from "./coverage.ts";
import type { EngineName } from "./engines/engine.ts";
import { describeDisagreement } from "./fixture-row.ts";
import type { ParityResult } from "./parity.ts";
import { runParity } from "./parity.ts";

const usage = "pnpm parity --engine chromium|firefox|webkit --cases 3000 --seed 1 [--fixtures]";
const isEngine = (name: string): name is EngineName =>
  ["chromium", "firefox", "webkit"].includes(name);

const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "chromium" },
    cases: { type: "string", default: "3000" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
    fixtures: { type: "boolean", default: false },
  },
});
const { engine } = values;
if (!isEngine(engine)) throw new TypeError(`Usage: ${usage}`);

const seed = Number(values.seed);
const cases = Number(values.cases);
const also = values.fixtures ? runnableFixtures() : [];
const started = Date.now();
const result = await runParity(model, { engine, cases, seed, also });
if (!result) {
  console.error(`${engine} is not installed here.`);
  process.exit(1);
}
report(result);
process.exitCode = result.disagreements.length === 0 ? 0 : 1;

/** The tables, without rows that wait for hours or need a status that no server sends. */
function runnableFixtures(): readonly Scenario[] {
  return Object.values(fixtureTables)
    .flat()
    .map(({ scenario }) => scenario)
    .filter(({ steps }) => steps.every(({ after = 0 }) => after < 10))
    .filter(({ rules }) => rules.every(({ preflight }) => preflight.status < 600));
}

function report({ version, comparisons, disagreements, unsteady }: ParityResult): void {
  const agreements = comparisons.length - disagreements.length;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  for (const disagreement of disagreements) console.log(describeDisagreement(disagreement));
  for (const { scenario } of unsteady) console.log(`unsteady: ${JSON.stringify(scenario)}`);
  print("Codes, cases each", countCodes(comparisons));
  print("Features, cases each", countFeatures(comparisons));
  if (engine === "chromium") {
    print("CorsErrors real Chromium reported, cases each", countCorsErrors(comparisons));
    const { compared, different } = compareConsoleLines(comparisons);
    console.log(`\nConsole lines: ${compared} compared, ${different.length} different`);
    for (const pair of different.slice(0, 5)) console.log(`  ${pair.model}\n  ${pair.chromium}`);
  }
  console.log(
    `\n${version}, seed ${seed}: ${comparisons.length} cases, ${agreements} agree, ` +
      `${disagreements.length} disagree, ${unsteady.length} unsteady (agreed when run again), ${seconds} s`,
  );
}

function print(title: string, counts: Counts): void {
  console.log(`\n${title}:`);
  for (const [name, times] of counts) console.log(`  ${String(times).padStart(5)}  ${name}`);
}
