import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { isUnnoticed, type Mutant, mutantsOf } from "./mutant.ts";
import type { Target } from "./targets.ts";

const REPORT = "mutation-report.json";

/** Which tests see a mutant: the quick ones beside the source, or all of those and conformance. */
type Suite = "quick" | "whole";

/**
 * Plants faults in one package of a copied tree, and runs the tests that reach each of them. The quick
 * tests beside the source come first; what they do not notice, properties and conformance may.
 *
 * @param copy the folder of the tree; files in it are written to
 * @param files globs below the package's `src`, for a run over a part of it
 */
export function plantFaults(
  copy: string,
  { name }: Target,
  files: readonly string[],
): readonly Mutant[] {
  const globs = files.map((file) => `packages/${name}/src/${file}`);
  const first = runStryker(copy, name, "quick", globs);
  const left = first.filter(isUnnoticed);
  if (left.length === 0) return first;
  const again = runStryker(copy, name, "whole", [...new Set(left.map(rangeOf))]);
  const found = new Map(again.map((mutant) => [keyOf(mutant), mutant]));
  return first.map((mutant) =>
    isUnnoticed(mutant) ? (found.get(keyOf(mutant)) ?? mutant) : mutant,
  );
}

/** StrykerJS counts the columns of a range from zero. */
function rangeOf({ file, line, column, lastLine, endColumn }: Mutant): string {
  return `${file}:${line}:${column - 1}-${lastLine}:${endColumn - 1}`;
}

function keyOf(mutant: Mutant): string {
  return [rangeOf(mutant), mutant.original, mutant.replacement].join();
}

function runStryker(
  copy: string,
  name: string,
  suite: Suite,
  mutate: readonly string[],
): readonly Mutant[] {
  const config = {
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "packages/proof/mutation/suite/vitest.config.ts" },
    inPlace: true,
    concurrency: availableParallelism(),
    coverageAnalysis: "perTest",
    mutate: [...mutate, `!packages/${name}/src/**/*.test.ts`],
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
    env: { ...process.env, CROSSGATE_MUTATED: name, CROSSGATE_SUITE: suite },
  });
  if (status !== 0) throw new Error(`StrykerJS ended with ${status} in packages/${name}`);
  return mutantsOf(JSON.parse(readFileSync(join(copy, REPORT), "utf8")));
}
