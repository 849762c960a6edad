import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import type { Engine, ReportedError } from "./engines/engine.ts";
import type { Case, Network, Observed } from "./network.ts";

/** What a real browser made of a scenario. */
export interface Observation extends Observed {
  readonly id: string;
  readonly scenario: Scenario;
  readonly reported: readonly ReportedError[] | undefined;
  /** What the console says. */
  readonly lines: readonly string[];
}

const batchSize = 200;
let serial = 0;

/** Runs scenarios in the open browser. */
export async function observeAll(
  scenarios: readonly Scenario[],
  engine: Engine,
  network: Network,
): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (let start = 0; start < scenarios.length; start += batchSize) {
    const cases = scenarios.slice(start, start + batchSize).map((scenario): Case => {
      serial += 1;
      return { id: `c${serial}`, scenario };
    });
    const seen = await network.run(cases);
    await engine.settle();
    observations.push(
      ...cases.map(({ id, scenario }) => {
        const { results = [], wire = [], sent = [] } = seen.get(id) ?? {};
        const reported = engine.errorsOf(id);
        return { id, scenario, results, wire, sent, reported, lines: engine.linesOf(id) };
      }),
    );
  }
  return observations;
}
