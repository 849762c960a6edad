import { describe, expect, it } from "vitest";
import { recordedOutcomes } from "../fixtures/recorded.ts";
import type { ModelOutcome } from "../fixtures/run-on-model.ts";
import type { RecordedOutcome } from "../fixtures/recorded.ts";
import type { Step } from "../fixtures/scenario.ts";
import { loopbackPlaces, runOnModel } from "../fixtures/run-on-model.ts";
import { recordedTables } from "../fixtures/recorded-tables.ts";
import * as model from "./index.ts";

/** What a page and a server can see of an outcome; an XMLHttpRequest has no type. */
function shown(outcome: ModelOutcome, { upload, via }: Step): RecordedOutcome {
  const { result, type, status = 0, visible = [], wire, sent } = outcome;
  const isUntyped = type === undefined || (upload !== undefined && via === undefined);
  const typed = isUntyped ? {} : { type };
  if (result === "blocked") return { result, ...typed, wire, sent };
  const response = via === undefined || via === "xhr" ? { status, visible } : {};
  return { result, ...typed, ...response, wire, sent };
}

const engines = ["chromium", "firefox", "webkit"] as const;
const runs = Object.entries(recordedTables).flatMap(([table, scenarios]) =>
  engines.map((profile) => [profile, table, scenarios] as const),
);

describe.each(runs)("what %s was seen to do, %s", (profile, table, scenarios) => {
  const recorded = recordedOutcomes(profile, table);

  it("is recorded for every scenario", () => {
    expect([...recorded.keys()]).toEqual(scenarios.map(({ name }) => name));
  });

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    "%s",
    async (name, scenario) => {
      const outcomes = await runOnModel(model, scenario, { profile, places: loopbackPlaces });
      const seen = outcomes.map((outcome, index) => {
        return shown(outcome, scenario.steps[index] ?? {});
      });
      expect(seen).toEqual(recorded.get(name));
    },
  );
});
