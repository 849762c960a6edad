import { describe, expect, it } from "vitest";
import { modelLine, recordedLines } from "../../fixtures/console.ts";
import { consoleScenarios } from "../../fixtures/tables/console.ts";
import * as model from "../index.ts";

/** What scripts get where the console says nothing of the reason. */
const generic = {
  chromium: "Failed to fetch",
  firefox: "NetworkError when attempting to fetch resource.",
  webkit: "Load failed",
} as const;
/** Rows whose line tells what the model does not know, and why. */
const unknowable: Readonly<Record<string, string>> = {
  "fetch: a wrong hash": "the line holds the hash of the content",
};
/** `Headers` tells two lines of a name from one with a comma nowhere, and Firefox does. */
const joined = /: two origins$/;
const engines = ["chromium", "firefox", "webkit"] as const;

describe.each(engines)("what the console of %s was seen to say", (profile) => {
  const recorded = recordedLines(profile);

  it("is recorded for every request", () => {
    expect([...recorded.keys()]).toEqual(consoleScenarios.map(({ name }) => name));
  });

  const told = consoleScenarios.filter(
    ({ name }) => !(name in unknowable) && !(profile === "firefox" && joined.test(name)),
  );

  it.each(told.map((scenario) => [scenario.name, scenario] as const))(
    "%s",
    async (name, scenario) => {
      const [first] = recorded.get(name) ?? [];
      const line = await modelLine(model, scenario, profile);
      expect(line === generic[profile] ? undefined : line).toEqual(first);
    },
  );
});
