import { describe, expect, it } from "vitest";
import { recordedOutcomes } from "../fixtures/recorded.ts";
import type { ModelOutcome } from "../fixtures/run-on-model.ts";
import type { RecordedOutcome } from "../fixtures/recorded.ts";
import { loopbackPlaces, runOnModel } from "../fixtures/run-on-model.ts";
import { wireScenarios } from "../fixtures/tables/wire.ts";
import * as model from "./index.ts";

/** What a page and a server can see of an outcome; an XMLHttpRequest has no type. */
function shown(outcome: ModelOutcome, isXhr: boolean): RecordedOutcome {
  const { result, type, status = 0, visible = [], wire, sent } = outcome;
  if (result === "blocked") return { result, wire, sent };
  const seen = { result, status, visible, wire, sent };
  return isXhr || type === undefined ? seen : { ...seen, type };
}

const engines = ["chromium", "firefox", "webkit"] as const;

describe.each(engines)("what %s was seen to do on the wire", (profile) => {
  const recorded = recordedOutcomes(profile, "wire");

  it("is recorded for every scenario", () => {
    expect([...recorded.keys()]).toEqual(wireScenarios.map(({ name }) => name));
  });

  it.each(wireScenarios.map((scenario) => [scenario.name, scenario] as const))(
    "%s",
    async (name, scenario) => {
      const outcomes = await runOnModel(model, scenario, { profile, places: loopbackPlaces });
      const seen = outcomes.map((outcome, index) => {
        const isXhr = scenario.steps[index]?.upload !== undefined;
        return shown(outcome, isXhr);
      });
      expect(seen).toEqual(recorded.get(name));
    },
  );
});
