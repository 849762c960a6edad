import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publishablePackages, ROOT } from "./workspace.ts";

const CHECKS = "packages/proof/checks";
/** A command line is installed, not downloaded by a page or a Worker. */
const WITHOUT_BUDGET = ["crossgate"];

test("every entry that a user may import has a budget", () => {
  const budgets: readonly { path: string }[] = JSON.parse(
    readFileSync(join(ROOT, CHECKS, ".size-limit.json"), "utf8"),
  );
  const budgeted = new Set(budgets.map(({ path }) => join(CHECKS, path)));
  const entries = publishablePackages()
    .filter(({ name }) => !WITHOUT_BUDGET.includes(name))
    .flatMap(({ directory, manifest }) =>
      Object.values(manifest.exports ?? {})
        .filter((path) => path.startsWith("./src/"))
        .map((path) => join(directory, path)),
    );
  expect(entries.filter((entry) => !budgeted.has(entry))).toEqual([]);
});
