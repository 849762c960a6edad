import { parseArgs } from "node:util";
import * as model from "@crossgate/browser";
import { fixtureTables } from "@crossgate/browser/fixtures/all-fixtures";
import type { ModelOutcome } from "@crossgate/browser/fixtures/run-on-model";
import { runOnModel } from "@crossgate/browser/fixtures/run-on-model";
import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import { generateScenarios } from "../generator/scenario.ts";
import type { Network } from "../network.ts";
import { startNetwork } from "../network.ts";
import { isExpressible } from "./expressible.ts";
import type { Seen, Simulator } from "./simulators.ts";
import { happyDom, jsdom } from "./simulators.ts";

// How many cases other simulators get wrong, of those they can express. The measure is the model with
// the profile "chromium", which the parity run holds against Chromium itself.

const { values } = parseArgs({
  options: { cases: { type: "string", default: "1000" }, seed: { type: "string", default: "1" } },
});
const generated = generateScenarios(Number(values.seed)).take(Number(values.cases)).toArray();
const fixtures = Object.values(fixtureTables)
  .flat()
  .map(({ scenario }) => scenario);
const scenarios = [...fixtures, ...generated].filter(isExpressible);

// happy-dom throws past its own promise where a redirect leads to a URL with a user name.
process.on("uncaughtException", () => undefined);

interface Score {
  wrong: number;
  leaks: number;
  refusals: number;
  preflights: number;
  headers: number;
}

console.log(`${scenarios.length} cases that can be expressed (seed ${values.seed})\n`);
console.log(
  "| | wrong | readable, though a browser blocks | blocked, though a browser allows | other preflights | other headers visible |",
);
console.log("| --- | --- | --- | --- | --- | --- |");
for (const simulator of [jsdom, happyDom]) {
  const network = await startNetwork();
  const score: Score = { wrong: 0, leaks: 0, refusals: 0, preflights: 0, headers: 0 };
  for (const [index, scenario] of scenarios.entries()) {
    await addFaults(simulator, scenario, `${simulator.name.slice(0, 2)}${index}`, network, score);
  }
  network.close();
  const { wrong, leaks, refusals, preflights, headers } = score;
  const share = Math.round((100 * wrong) / scenarios.length);
  console.log(
    `| ${simulator.name} | ${wrong} (${share} %) | ${leaks} | ${refusals} | ${preflights} | ${headers} |`,
  );
}
process.exit(0);

async function addFaults(
  simulator: Simulator,
  scenario: Scenario,
  id: string,
  network: Network,
  score: Score,
): Promise<void> {
  const [step] = scenario.steps;
  const options = { profile: "chromium", places: network.places, id } as const;
  const [right] = await runOnModel(model, scenario, options);
  if (!step || !right) return;
  const { url, wire } = network.prepare({ id, scenario });
  const seen = await simulator.run(step, url, network.places);
  const faults = faultsOf(right, seen, wire);
  score.leaks += Number(faults.isLeak);
  score.refusals += Number(faults.isRefusal);
  score.preflights += Number(faults.asksOtherwise);
  score.headers += Number(faults.showsOtherHeaders);
  score.wrong += Number(Object.values(faults).some(Boolean));
}

function faultsOf(
  right: ModelOutcome,
  seen: Seen,
  wire: readonly string[],
): Record<string, boolean> {
  const isAllowed = right.result === "readable";
  const bothRead = isAllowed && seen.isReadable;
  const asked = (lines: readonly string[]): string =>
    lines.filter((line) => line.includes("acrm=")).join("\n");
  return {
    isLeak: !isAllowed && seen.isReadable,
    isRefusal: isAllowed && !seen.isReadable,
    asksOtherwise: asked(right.wire) !== asked(wire),
    showsOtherHeaders: bothRead && right.visible?.join() !== seen.visible?.join(),
  };
}
