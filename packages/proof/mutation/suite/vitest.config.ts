import { matchesGlob } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The folder under `packages` whose source has the mutants. */
const mutated = process.env["CROSSGATE_MUTATED"] ?? "";

/** Without what takes long, for the first look at each of them. */
const isQuick = process.env["CROSSGATE_SUITE"] === "quick";

/** Tests beside the source that take long. */
const LONG = ["**/*.property.test.ts", "**/*.simulation.test.ts", "**/{strangers,combine}.test.ts"];

/** The first failure ends a run, so what takes longest comes last. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  if (moduleId.endsWith("conformance.test.ts")) return 2;
  return Number(LONG.some((glob) => matchesGlob(moduleId, glob)));
}

export default defineConfig({
  root: fileURLToPath(new URL("../../../..", import.meta.url)),
  test: {
    include: [
      `packages/${mutated}/src/**/*.test.ts`,
      ...(isQuick ? [] : ["packages/proof/mutation/suite/conformance.test.ts"]),
    ],
    exclude: ["**/node_modules/**", "**/*.e2e.test.ts", ...(isQuick ? LONG : [])],
    testTimeout: 20_000,
    sequence: { sequencer: QuickFirst },
  },
});
