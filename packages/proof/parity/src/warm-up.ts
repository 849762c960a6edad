import type { Model } from "@crossgate/browser/fixtures/run-on-model";
import { permissive } from "@crossgate/browser/fixtures/scenario";
import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import type { Engine } from "./engines/engine.ts";
import type { Network } from "./network.ts";
import { compareAll } from "./compare-all.ts";

const rounds = 10;

/**
 * A fresh Firefox forgets the first preflights that are answered in its life. The very first
 * repeated requests ask again, and from then on none does. Cases are not about that, so the browser
 * gets a few to forget.
 */
export async function warmUp(model: Model, engine: Engine, network: Network): Promise<void> {
  const step = { method: "PUT" };
  const rule = { at: "port", preflight: permissive(), actual: permissive() } as const;
  const scenario: Scenario = { name: "warm-up", steps: [step, step], rules: [rule] };
  const scenarios = Array.from({ length: 24 }, (_, index): Scenario =>
    index % 2 === 0 ? scenario : { ...scenario, page: "null" },
  );
  for (let round = 0; round < rounds; round += 1) {
    const comparisons = await compareAll(model, scenarios, engine, network);
    if (comparisons.every(({ agrees }) => agrees)) return;
  }
}
