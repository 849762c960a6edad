import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { run } from "./run.ts";
import { ROOT } from "./workspace.ts";

/**
 * A `tsconfig.json` covers its folder, tests included, with the globals of the host it runs on;
 * `tsc -b` covers what is published. A file that none covers is an error, because `tsc` says nothing
 * about what it was not shown.
 */
const SOLUTION = "tsconfig.json";
const NEXT = join(ROOT, "packages/next/node_modules/.bin/next");

const sources = listFiles("*.ts", "*.tsx", "*.mts", "*.cts");
const projects = listFiles("tsconfig.json", "*/tsconfig.json")
  .filter((project) => project !== SOLUTION)
  .filter((project) => sources.some((file) => file.startsWith(`${dirname(project)}/`)));
const seen = new Set<string>();

// Next writes the types of an app's routes itself, from its files.
beforeAll(async () => {
  process.env["NEXT_TELEMETRY_DISABLED"] = "1";
  for (const config of listFiles("next.config.*", "*/next.config.*")) {
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

/** Files that are in the tree, or would be with the next commit. */
function listFiles(...patterns: readonly string[]): readonly string[] {
  const options = ["--cached", "--others", "--exclude-standard", "--deduplicate"];
  const output = execFileSync("git", ["ls-files", ...options, "--", ...patterns], {
    cwd: ROOT,
    encoding: "utf8",
  });
  // What was deleted and not yet committed is listed too.
  return output
    .split("\n")
    .filter((file) => file !== "" && existsSync(join(ROOT, file)))
    .toSorted();
}
