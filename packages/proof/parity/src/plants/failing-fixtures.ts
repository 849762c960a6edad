import { fixtureTables } from "@crossgate/browser/fixtures/all-fixtures";
import { differences } from "@crossgate/browser/fixtures/compare";
import { modelLine, recordedLines } from "@crossgate/browser/fixtures/console";
import { cookieOutcome, recordedCookies } from "@crossgate/browser/fixtures/cookies";
import {
  isAsRecorded,
  localNetworkOutcome,
  recordedLocalNetwork,
} from "@crossgate/browser/fixtures/local-network";
import { recordedOutcomes } from "@crossgate/browser/fixtures/recorded";
import { recordedTables } from "@crossgate/browser/fixtures/recorded-tables";
import { loopbackPlaces, runOnModel } from "@crossgate/browser/fixtures/run-on-model";
import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import { consoleScenarios } from "@crossgate/browser/fixtures/tables/console";
import { cookieRowsFor } from "@crossgate/browser/fixtures/tables/cookies";
import type { EngineName } from "../engines/engine.ts";
import * as model from "@crossgate/browser";
import type { PlantedModel } from "./load-plant.ts";

const engines: readonly EngineName[] = ["chromium", "firefox", "webkit"];

/** A check of one fixture: whether the model fails it. */
type Failing = (planted: PlantedModel) => Promise<boolean>;

/** The fixtures by what they are about. */
const tables: Readonly<Record<string, readonly Failing[]>> = {
  fetch: [
    ...Object.values(fixtureTables)
      .flat()
      .map(
        (fixture): Failing =>
          async (planted) =>
            (await differences(planted, fixture)).length > 0,
      ),
    ...recorded("wire"),
  ],
  contexts: recorded("contexts"),
  cookies: engines.flatMap((engine) => {
    const seen = recordedCookies(engine);
    return cookieRowsFor(engine).map((row): Failing => async (planted) => {
      const { carried } = await cookieOutcome(planted, row, engine);
      return JSON.stringify(carried) !== JSON.stringify(seen.get(row.id));
    });
  }),
  "local network": recordedLocalNetwork().map((row): Failing => async (planted) => {
    return !isAsRecorded(await localNetworkOutcome(planted, row), row);
  }),
  consoles: engines.flatMap((engine) => {
    const seen = recordedLines(engine);
    return consoleScenarios.map((scenario): Failing => async (planted) => {
      const right = await modelLine(model, scenario, engine);
      // A line that the model does not know proves nothing.
      if (right !== seen.get(scenario.name)?.[0]) return false;
      return (await modelLine(planted, scenario, engine)) !== right;
    });
  }),
};

function recorded(table: string): readonly Failing[] {
  return engines.flatMap((profile) => {
    const seen = recordedOutcomes(profile, table);
    return (recordedTables[table] ?? []).map((scenario): Failing => async (planted) => {
      const outcomes = await runOnModel(planted, scenario, { profile, places: loopbackPlaces });
      return seenDiffers(scenario, outcomes, seen.get(scenario.name) ?? []);
    });
  });
}

/** What fixtures hold of an outcome. */
interface Seen {
  readonly result: string;
  readonly type?: string;
  readonly wire: readonly string[];
  readonly sent: readonly string[];
}

function seenDiffers(
  { steps }: Pick<Scenario, "steps">,
  outcomes: readonly Seen[],
  seen: readonly Seen[],
): boolean {
  return outcomes.some((outcome: Seen, index: number) => {
    const other = seen[index];
    const { upload, via } = steps[index] ?? {};
    const isUntyped = upload !== undefined && via === undefined;
    return other === undefined || shown(outcome, isUntyped) !== shown(other, isUntyped);
  });
}

function shown({ result, wire, sent, type }: Seen, isUntyped: boolean): string {
  return JSON.stringify([result, wire, sent, isUntyped ? undefined : type]);
}

/**
 * Counts the fixtures that a planted model fails, those about its own step first.
 *
 * @param enough after how many to stop
 */
export async function failingFixtures(
  planted: PlantedModel,
  step: string,
  enough: number = Infinity,
): Promise<number> {
  const isOwn = (name: string): boolean => step.startsWith(name);
  const names = Object.keys(tables).toSorted(
    (one, other) => Number(isOwn(other)) - Number(isOwn(one)),
  );
  let failing = 0;
  for (const name of names) {
    const results = await Promise.all((tables[name] ?? []).map((fails) => fails(planted)));
    failing += results.filter(Boolean).length;
    if (failing >= enough) return failing;
  }
  return failing;
}
