import type { Model } from "@crossgate/browser/fixtures/run-on-model";
import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import type { Comparison } from "./compare-all.ts";
import { compareAll } from "./compare-all.ts";
import type { Kind } from "./coverage.ts";
import type { EngineName } from "./engines/engine.ts";
import { openEngine } from "./engines/open-engine.ts";
import { generateContexts } from "./generator/context.ts";
import { generateScenarios } from "./generator/scenario.ts";
import { minimise } from "./minimise.ts";
import { startNetwork } from "./network.ts";
import { warmUp } from "./warm-up.ts";

/** What to run. */
export interface ParityOptions {
  readonly engine: EngineName;
  readonly cases: number;
  /** What is generated.
   *
   * @default "fetch"
   */
  readonly kind?: Kind;
  readonly seed: number;
  /** Scenarios to run besides the generated ones. */
  readonly also?: readonly Scenario[];
  /**
   * How many disagreements to make as small as possible.
   *
   * @default 10
   */
  readonly shrink?: number;
}

/** What came out. */
export interface ParityResult {
  readonly version: string;
  readonly comparisons: readonly Comparison[];
  /** Disagreements that stayed when the scenario was run again, made as small as possible. */
  readonly disagreements: readonly Comparison[];
  /** Scenarios that disagreed once and then agreed twice: the browser, not the model, was unsteady. */
  readonly unsteady: readonly Comparison[];
}

const repeats = 2;

/**
 * Runs generated scenarios through the model and a real browser.
 *
 * @returns undefined where the browser is not installed
 */
export async function runParity(
  model: Model,
  options: ParityOptions,
): Promise<ParityResult | undefined> {
  const network = await startNetwork();
  const engine = await openEngine(options.engine, network.harness);
  try {
    if (!engine) return undefined;
    await warmUp(model, engine, network);
    const compare = (scenarios: readonly Scenario[]): Promise<readonly Comparison[]> =>
      compareAll(model, scenarios, engine, network);
    const comparisons = await compare([...take(options), ...(options.also ?? [])]);
    const suspects = comparisons.filter(({ agrees }) => !agrees);
    const { steady, unsteady } = await confirm(suspects, compare);
    const disagreements: Comparison[] = [];
    const { shrink: shrinks = 10 } = options;
    for (const [index, suspect] of steady.entries()) {
      disagreements.push(index < shrinks ? await shrink(suspect, compare) : suspect);
    }
    return { version: engine.version, comparisons, disagreements, unsteady };
  } finally {
    await engine?.close();
    network.close();
  }
}

function take({ cases, seed, kind = "fetch" }: ParityOptions): readonly Scenario[] {
  const generate = kind === "fetch" ? generateScenarios : generateContexts;
  return generate(seed).take(cases).toArray();
}

type Compare = (scenarios: readonly Scenario[]) => Promise<readonly Comparison[]>;

/** A disagreement counts unless the scenario agrees every time it is run again. */
async function confirm(
  suspects: readonly Comparison[],
  compare: Compare,
): Promise<{ steady: readonly Comparison[]; unsteady: readonly Comparison[] }> {
  const again = suspects.map(() => 0);
  for (let round = 0; round < repeats; round += 1) {
    const results = await compare(suspects.map(({ scenario }) => scenario));
    for (const [index, { agrees }] of results.entries())
      again[index] = (again[index] ?? 0) + (agrees ? 0 : 1);
  }
  return {
    steady: suspects.filter((_, index) => (again[index] ?? 0) > 0),
    unsteady: suspects.filter((_, index) => again[index] === 0),
  };
}

async function shrink(suspect: Comparison, compare: Compare): Promise<Comparison> {
  const scenario = await minimise(suspect.scenario, async (candidates) => {
    const comparisons = await compare(candidates);
    return comparisons.map(({ agrees }) => !agrees);
  });
  const [smallest] = await compare([scenario]);
  return smallest && !smallest.agrees ? smallest : suspect;
}
