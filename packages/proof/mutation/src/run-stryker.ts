import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Mutant, mutantsOf } from "./mutant.ts";
import type { Target } from "./targets.ts";

const REPORT = "mutation-report.json";

/**
 * Plants faults in one package of a copied tree, and runs the tests that reach each of them.
 *
 * @param copy the folder of the tree; files in it are written to
 * @param files globs below the package's `src`, for a run over a part of it
 */
export function runStryker(
  copy: string,
  { name }: Target,
  files: readonly string[],
): readonly Mutant[] {
  const source = `packages/${name}/src/`;
  const config = {
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "packages/proof/mutation/suite/vitest.config.ts" },
    inPlace: true,
    concurrency: availableParallelism(),
    coverageAnalysis: "perTest",
    mutate: [...files.map((file) => source + file), `!${source}**/*.test.ts`],
    reporters: ["clear-text", "json", "progress-append-only"],
    clearTextReporter: {
      allowColor: false,
      logTests: false,
      reportTests: false,
      reportMutants: false,
    },
    jsonReporter: { fileName: REPORT },
    timeoutMS: 10_000,
    tempDirName: ".stryker-tmp",
  };
  writeFileSync(join(copy, "stryker.config.json"), JSON.stringify(config));
  const program = join(
    copy,
    "packages/proof/mutation/node_modules/@stryker-mutator/core/bin/stryker.js",
  );
  const { status } = spawnSync(process.execPath, [program, "run"], {
    cwd: copy,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, CROSSGATE_MUTATED: name },
  });
  if (status !== 0) throw new Error(`StrykerJS ended with ${status} in packages/${name}`);
  return mutantsOf(JSON.parse(readFileSync(join(copy, REPORT), "utf8")));
}
