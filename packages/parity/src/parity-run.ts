import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import type { Model, ModelOutcome } from "@crossgate/browser/fixtures/run-on-model";
import { runOnModel } from "@crossgate/browser/fixtures/run-on-model";
import type { ExpectedError, Verdict } from "./agreement.ts";
import { agree, expectedVerdict, observedVerdict } from "./agreement.ts";
import type { Engine, ReportedError } from "./engines/engine.ts";
import type { Case, Network } from "./network.ts";

/** One scenario, run on both. */
export interface Comparison {
  readonly scenario: Scenario;
  readonly outcomes: readonly ModelOutcome[];
  readonly expected: Verdict<ExpectedError>;
  readonly observed: Verdict<ReportedError>;
  readonly reported: readonly ReportedError[];
  readonly agrees: boolean;
}

const batchSize = 200;
let serial = 0;

/** Runs scenarios through the model and through the open browser, and compares what comes out. */
export async function compareAll(
  model: Model,
  scenarios: readonly Scenario[],
  engine: Engine,
  network: Network,
): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  for (let start = 0; start < scenarios.length; start += batchSize) {
    const cases = scenarios.slice(start, start + batchSize).map((scenario): Case => {
      serial += 1;
      return { id: `c${serial}`, scenario };
    });
    comparisons.push(...(await compareBatch(model, cases, engine, network)));
  }
  return comparisons;
}

async function compareBatch(
  model: Model,
  cases: readonly Case[],
  engine: Engine,
  network: Network,
): Promise<readonly Comparison[]> {
  const observations = await network.run(cases);
  // DevTools events travel on a channel of their own, and may come after the page's results.
  await new Promise((resolve) => setTimeout(resolve, 250));
  return Promise.all(
    cases.map(async ({ id, scenario }) => {
      const { places } = network;
      const outcomes = await runOnModel(model, scenario, { profile: engine.name, places, id });
      const reported = engine.errorsOf(id);
      const expected = expectedVerdict(scenario, outcomes, reported !== undefined);
      const seen = observations.get(id) ?? { results: [], wire: [] };
      const observed = observedVerdict(seen, reported);
      const agrees = agree(expected, observed);
      return { scenario, outcomes, expected, observed, reported: reported ?? [], agrees };
    }),
  );
}
