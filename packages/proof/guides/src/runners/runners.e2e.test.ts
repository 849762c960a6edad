import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { copyRecipe } from "../recipes/copy.ts";
import { NODE, nodeBin } from "../recipes/programs.ts";
import { PRODUCTION } from "../recipes/production.ts";

const TIME_LIMIT = 180_000;

describe("the tests of docs/recipes/workers-vitest.md", () => {
  it("pass in workerd, both of them", async () => {
    const cwd = copyRecipe("workers-vitest");
    const report = `${cwd}/report.json`;
    const reporters = ["--reporter=json", `--outputFile=${report}`];
    await promisify(execFile)(NODE, [nodeBin("vitest", "vitest"), "run", ...reporters], {
      cwd,
      env: { ...process.env, ...PRODUCTION },
      timeout: TIME_LIMIT,
    });
    const seen: object = JSON.parse(readFileSync(report, "utf8"));
    expect(seen).toMatchObject({ numPassedTests: 2, numTotalTests: 2 });
  });
});
