import { existsSync } from "node:fs";
import { join } from "node:path";
import { Report } from "./report.ts";
import { run } from "./run.ts";
import { ROOT, workspacePackages } from "./workspace.ts";

/**
 * Each package's `tsconfig.json` covers all of it, tests included, with the globals of the host it
 * runs on; `tsc -b` covers what is published. A file that no `tsconfig.json` covers is an error,
 * because `tsc` says nothing about what it was not shown.
 */
const report = new Report();
const seen = new Set<string>();

for (const { directory } of workspacePackages()) {
  const { code, output } = await run(["tsc", "-p", directory, "--noEmit", "--listFiles"]);
  const files = output.split("\n").filter((line) => line.startsWith("/"));
  for (const file of files) seen.add(file);
  const errors = output.split("\n").filter((line) => line !== "" && !line.startsWith("/"));
  report.check(`tsc -p ${directory}`, code === 0 ? undefined : errors.join("\n"));
}

const listed = await run([
  "git",
  "ls-files",
  "--cached",
  "--others",
  "--exclude-standard",
  "--deduplicate",
  ...["*.ts", "*.tsx", "*.mts", "*.cts"],
]);
const sources = listed.output
  .split("\n")
  .filter((line) => line !== "")
  .map((file) => join(ROOT, file))
  // git lists what was deleted but not yet committed.
  .filter((file) => existsSync(file));
const unchecked = sources.filter((file) => !seen.has(file));
report.check(
  `every one of ${sources.length} files is checked`,
  unchecked.length === 0 ? undefined : `in no tsconfig.json:\n${unchecked.join("\n")}`,
);
report.finish();
