import { parseArgs } from "node:util";
import * as model from "@crossgate/browser";
import { fixtureTables } from "@crossgate/browser/fixtures/all-fixtures";
import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import { consoleScenarios } from "@crossgate/browser/fixtures/tables/console";
import { recordedTables } from "@crossgate/browser/fixtures/recorded-tables";
import type { EngineName } from "./engines/engine.ts";
import { openEngine } from "./engines/open-engine.ts";
import { startNetwork } from "./network.ts";
import { printPlants } from "./plants/print-plants.ts";
import { record, recordConsole, recordCookies, recordLocalNetwork } from "./record.ts";
import { runParity } from "./parity.ts";
import { cookieFeatures, oddCookieFeatures } from "./cookies/cookie-features.ts";
import { runCookies } from "./cookies/run-cookies.ts";
import { reportHttpCache } from "./http-cache/report-http-cache.ts";
import { runHttpCache } from "./http-cache/run-http-cache.ts";
import { fullFeatures, rareFeatures } from "./coverage.ts";
import { print, report, tellRare } from "./report.ts";

const usage =
  "pnpm parity --engine chromium|firefox|webkit --cases 3000 --seed 1 [--fixtures] [--shrink 10] [--contexts] [--cookies] [--http-cache] [--record]";
const isEngine = (name: string): name is EngineName =>
  ["chromium", "firefox", "webkit"].includes(name);

const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "chromium" },
    cases: { type: "string", default: "3000" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
    shrink: { type: "string", default: "10" },
    record: { type: "boolean", default: false },
    cookies: { type: "boolean", default: false },
    contexts: { type: "boolean", default: false },
    plants: { type: "boolean", default: false },
    "http-cache": { type: "boolean", default: false },
    fixtures: { type: "boolean", default: false },
  },
});
const { engine } = values;
if (!isEngine(engine)) throw new TypeError(`Usage: ${usage}`);

if (values.record) {
  await recordTables(engine);
  process.exit(0);
}
if (values.plants) {
  process.exit((await printPlants(Number(values.seed))) ? 0 : 1);
}
if (values.cookies) {
  process.exit(await tellCookies(engine));
}
const seed = Number(values.seed);
if (values["http-cache"]) {
  process.exit(await tellHttpCache(engine));
}
const cases = Number(values.cases);
const also = values.fixtures ? runnableFixtures() : [];
const kind = values.contexts ? "contexts" : "fetch";
const started = Date.now();
const result = await runParity(model, {
  engine,
  cases,
  kind,
  seed,
  also,
  shrink: Number(values.shrink),
});
if (!result) {
  console.error(`${engine} is not installed here.`);
  process.exit(1);
}
const isComplete = report(engine, kind, result);
const { version, comparisons, disagreements, unsteady } = result;
console.log(
  `\n${version}, seed ${seed}: ${comparisons.length} cases, ` +
    `${comparisons.length - disagreements.length} agree, ${disagreements.length} disagree, ` +
    `${unsteady.length} unsteady (agreed when run again), ` +
    `${((Date.now() - started) / 1000).toFixed(1)} s`,
);
process.exitCode = isComplete ? 0 : 1;

/** Runs the cookies, and says what came of them. */
async function tellCookies(name: EngineName): Promise<number> {
  const ran = await runCookies(name, Number(values.cases), Number(values.seed));
  if (!ran) throw new Error(`${name} is not installed here.`);
  for (const { one, model: said, browser, reason } of ran.disagreements.slice(0, 40)) {
    console.log(
      `${JSON.stringify(one)}\n  model ${JSON.stringify(said)} ${reason ?? ""}, browser ${JSON.stringify(browser)}`,
    );
  }
  print("Reasons, cookies each", ran.reasons);
  print("Features, cookies each", ran.features);
  const asked = cookieFeatures.filter(
    (feature) => name !== "webkit" || !oddCookieFeatures.includes(feature),
  );
  const rare = rareFeatures(ran.features, asked);
  const gaps = tellRare(rare, ran.cases, fullFeatures.cookies);
  for (const gap of gaps) console.log(`too rare: ${gap}`);
  console.log(
    `${ran.version}, seed ${values.seed}: ${ran.cases} cookies, ${ran.disagreements.length} disagree`,
  );
  return ran.disagreements.length === 0 && gaps.length === 0 ? 0 : 1;
}

/** Runs the HTTP cache, and says what came of it. */
async function tellHttpCache(name: EngineName): Promise<number> {
  if (name === "webkit") throw new Error("The HTTP cache of WebKit is not modelled.");
  const ran = await runHttpCache(name, { cases: Number(values.cases), seed });
  if (!ran) throw new Error(`${name} is not installed here.`);
  return reportHttpCache(seed, ran) ? 0 : 1;
}

/** Writes down what the engine makes of the tables that are recorded. */
async function recordTables(name: EngineName): Promise<void> {
  const network = await startNetwork();
  const opened = await openEngine(name, network.harness);
  try {
    if (!opened) throw new Error(`${name} is not installed here.`);
    for (const [table, scenarios] of Object.entries(recordedTables))
      await record(table, scenarios, opened, network);
  } finally {
    await opened?.close();
    network.close();
  }
  await recordConsoleOf(name);
  await recordCookies(name);
  if (name === "chromium") await recordLocalNetwork();
}

/** The same of what consoles say, one request after the other. */
async function recordConsoleOf(name: EngineName): Promise<void> {
  const network = await startNetwork();
  const opened = await openEngine(name, `${network.harness}?heard`, { hearsConsole: true });
  try {
    if (opened) await recordConsole(consoleScenarios, opened, network);
  } finally {
    await opened?.close();
    network.close();
  }
}

/** The tables, without rows that wait for hours or need a status that no server sends. */
function runnableFixtures(): readonly Scenario[] {
  return Object.values(fixtureTables)
    .flat()
    .map(({ scenario }) => scenario)
    .filter(({ steps }) => steps.every(({ after = 0 }) => after < 10))
    .filter(({ rules }) => rules.every(({ preflight }) => preflight.status < 600));
}
