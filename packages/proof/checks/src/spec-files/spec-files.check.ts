import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadCases } from "../cases.ts";
import { succeed } from "../run.ts";
import { citesRule, sourcesByRule, testsBySource } from "../spec.ts";
import { ROOT } from "../workspace.ts";
import type { Emptied } from "./emptied.ts";
import { failingTests } from "./failing-tests.ts";
import { withoutEachFunction, withoutFunctions } from "./without-functions.ts";

const EMPTIED = fileURLToPath(new URL("emptied.ts", import.meta.url));

const cases = await loadCases();
const idsOf = (rule: string): readonly string[] =>
  cases.filter(({ rules }) => rules.includes(rule)).map(({ id }) => id);

/** The rules that name a file of core, of those that have cases; files of types alone have no code. */
const rulesByFile = Map.groupBy(
  sourcesByRule().filter(([rule, file]) => idsOf(rule).length > 0 && hasFunctions(file)),
  ([, file]) => file,
);

describe.concurrent("docs/spec.md names the files that keep a rule", () => {
  // Some functions are for everything: one is for a rule where it matters more to it than to others.
  test.each([...rulesByFile])(
    "a function of %s matters most to the cases of each of its rules",
    async (file, rows) => {
      const unkept = new Set(rows.map(([rule]) => rule));
      const count = withoutEachFunction(file, readFileSync(join(ROOT, file), "utf8")).length;
      for (let index = 0; index < count && unkept.size > 0; index++) {
        const { failed, others }: Emptied = JSON.parse(
          await succeed([process.execPath, EMPTIED, file, String(index), ...unkept]),
        );
        const share = (ids: readonly string[]): number =>
          ids.filter((id) => failed.includes(id)).length / ids.length;
        for (const rule of unkept) if (share(idsOf(rule)) > share(others)) unkept.delete(rule);
      }
      expect([...unkept]).toEqual([]);
    },
  );
});

describe.concurrent("docs/spec.md names the tests that hold a rule", () => {
  test.each(testsBySource().filter(([, file]) => hasFunctions(file)))(
    "%s: without %s a test that cites it fails",
    async (rule, file, tests) => {
      const failing = await failingTests(file, tests);
      expect(failing.filter((title) => citesRule(title, rule))).not.toEqual([]);
    },
  );
});

function hasFunctions(file: string): boolean {
  const source = readFileSync(join(ROOT, file), "utf8");
  return withoutFunctions(file, source) !== source;
}
