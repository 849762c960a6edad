import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { run } from "./run.ts";
import { treeFiles } from "./tree-files.ts";
import { ROOT } from "./workspace.ts";

/**
 * A `tsconfig.json` covers its folder, tests included, with the globals of the host it runs on;
 * `tsc -b` covers what is published. A file that none covers is an error, because `tsc` says nothing
 * about what it was not shown.
 */
const SOLUTION = "tsconfig.json";
const NEXT = join(ROOT, "packages/next/node_modules/.bin/next");

const sources = treeFiles("*.ts", "*.tsx", "*.mts", "*.cts");
const projects = treeFiles("tsconfig.json", "*/tsconfig.json")
  .filter((project) => project !== SOLUTION)
  .filter((project) => sources.some((file) => file.startsWith(`${dirname(project)}/`)));
const seen = new Set<string>();

// Next writes the types of an app's routes itself, from its files.
beforeAll(async () => {
  process.env["NEXT_TELEMETRY_DISABLED"] = "1";
  for (const config of treeFiles("next.config.*", "*/next.config.*")) {
    const { code, output } = await run([NEXT, "typegen"], { cwd: join(ROOT, dirname(config)) });
    if (code !== 0) throw new Error(`next typegen in ${dirname(config)}:\n${output}`);
  }
});

describe.concurrent("tsc -p", () => {
  test.each(projects)("%s", async (project) => {
    const { code, output } = await run(["tsc", "-p", project, "--noEmit", "--listFiles"]);
    const lines = output.split("\n").filter((line) => line !== "");
    for (const file of lines.filter((line) => line.startsWith("/"))) seen.add(file);
    expect(lines.filter((line) => !line.startsWith("/")).join("\n")).toBe("");
    expect(code).toBe(0);
  });
});

test(`every one of ${sources.length} files is in a tsconfig.json`, () => {
  expect(sources.filter((file) => !seen.has(join(ROOT, file)))).toEqual([]);
});
