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

const RULES_OF_FILE = fileURLToPath(new URL("rules-of-file.ts", import.meta.url));

const cases = await loadCases();

/** The rules that name a file of core, of those that have cases; files of types alone have no code. */
const rulesByFile = Map.groupBy(
  sourcesByRule().filter(([rule, file]) => isCited(rule) && hasFunctions(file)),
  ([, file]) => file,
);

describe.concurrent("docs/spec.md names the files that keep a rule", () => {
  test.each([...rulesByFile])(
    "for each of its rules %s can have a fault that hits other rules less",
    async (file, rows) => {
      const rules = rows.map(([rule]) => rule);
      const unhit = await succeed([process.execPath, RULES_OF_FILE, file, ...rules]);
      expect(JSON.parse(unhit)).toEqual([]);
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

function isCited(rule: string): boolean {
  return cases.some(({ rules }) => rules.includes(rule));
}

function hasFunctions(file: string): boolean {
  const source = readFileSync(join(ROOT, file), "utf8");
  return withoutFunctions(file, source) !== source;
}
