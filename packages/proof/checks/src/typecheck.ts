import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import pMap from "p-map";
import { Report } from "./report.ts";
import { run, type RunResult } from "./run.ts";
import { ROOT } from "./workspace.ts";

/**
 * A `tsconfig.json` covers its folder, tests included, with the globals of the host it runs on;
 * `tsc -b` covers what is published. A file that none covers is an error, because `tsc` says nothing
 * about what it was not shown.
 */
const SOLUTION = "tsconfig.json";
const NEXT = join(ROOT, "packages/next/node_modules/.bin/next");

const report = new Report();
const seen = new Set<string>();

const sources = await listFiles("*.ts", "*.tsx", "*.mts", "*.cts");

// Next writes the types of an app's routes itself, from its files.
process.env.NEXT_TELEMETRY_DISABLED = "1";
for (const config of await listFiles("next.config.*", "*/next.config.*")) {
  const { code, output } = await run([NEXT, "typegen"], {
    cwd: join(ROOT, dirname(config)),
  });
  report.check(`next typegen in ${dirname(config)}`, code === 0 ? undefined : output);
}

const projects = (await listFiles("tsconfig.json", "*/tsconfig.json"))
  .filter((project) => project !== SOLUTION)
  .filter((project) => sources.some((file) => file.startsWith(`${dirname(project)}/`)))
  .toSorted();
const compile = (project: string): Promise<RunResult> =>
  run(["tsc", "-p", project, "--noEmit", "--listFiles"]);
const results = await pMap(projects, compile, { concurrency: availableParallelism() });
for (const [index, { code, output }] of results.entries()) {
  const lines = output.split("\n").filter((line) => line !== "");
  for (const file of lines.filter((line) => line.startsWith("/"))) seen.add(file);
  const errors = lines.filter((line) => !line.startsWith("/"));
  report.check(`tsc -p ${projects[index]}`, code === 0 ? undefined : errors.join("\n"));
}

const unchecked = sources.filter((file) => !seen.has(join(ROOT, file)));
report.check(
  `every one of ${sources.length} files is checked`,
  unchecked.length === 0 ? undefined : `in no tsconfig.json:\n${unchecked.join("\n")}`,
);
report.finish();

/** Files that are in the tree, or would be with the next commit. */
async function listFiles(...patterns: readonly string[]): Promise<readonly string[]> {
  const options = ["--cached", "--others", "--exclude-standard", "--deduplicate"];
  const { output } = await run(["git", "ls-files", ...options, "--", ...patterns]);
  // What was deleted and not yet committed is listed too.
  return output.split("\n").filter((file) => file !== "" && existsSync(join(ROOT, file)));
}
