import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import type { Model, ModelOutcome } from "@crossgate/browser/fixtures/run-on-model";
import { runOnModel } from "@crossgate/browser/fixtures/run-on-model";
import type { ExpectedError, Verdict } from "./agreement.ts";
import { agree, expectedVerdict, observedVerdict } from "./agreement.ts";
import type { Engine, ReportedError } from "./engines/engine.ts";
import type { Network } from "./network.ts";
import type { Observation } from "./observe.ts";
import { observeAll } from "./observe.ts";

/** One scenario, run on both. */
export interface Comparison {
  readonly scenario: Scenario;
  readonly outcomes: readonly ModelOutcome[];
  readonly expected: Verdict<ExpectedError>;
  readonly observed: Verdict<ReportedError>;
  readonly agrees: boolean;
}

/** Holds a model against what a browser has shown. */
export async function compareOne(
  model: Model,
  observation: Observation,
  engine: Engine,
  network: Network,
): Promise<Comparison> {
  const { id, scenario, reported } = observation;
  const options = { profile: engine.name, places: network.places, id };
  const outcomes = await runOnModel(model, scenario, options);
  const expected = expectedVerdict(scenario, outcomes, reported !== undefined);
  const observed = observedVerdict(observation, reported);
  return { scenario, outcomes, expected, observed, agrees: agree(expected, observed) };
}

/** Runs scenarios through the model and through the open browser, and compares what comes out. */
export async function compareAll(
  model: Model,
  scenarios: readonly Scenario[],
  engine: Engine,
  network: Network,
): Promise<readonly Comparison[]> {
  const observations = await observeAll(scenarios, engine, network);
  return Promise.all(observations.map((seen) => compareOne(model, seen, engine, network)));
}
