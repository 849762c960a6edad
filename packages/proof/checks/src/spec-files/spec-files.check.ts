import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadCases } from "../cases.ts";
import { succeed } from "../run.ts";
import { citesRule, sourcesByRule, testsBySource } from "../spec.ts";
import { ROOT } from "../workspace.ts";
import { failingTests } from "./failing-tests.ts";
import { withoutFunctions } from "./without-functions.ts";

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
  test.each([...rulesByFile])(
    "without %s a case of each of its rules fails",
    async (file, rows) => {
      const rules = rows.map(([rule]) => rule);
      const failed: readonly string[] = JSON.parse(
        await succeed([process.execPath, EMPTIED, file, ...rules]),
      );
      const unharmed = rules.filter((rule) => !idsOf(rule).some((id) => failed.includes(id)));
      expect(unharmed).toEqual([]);
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
