import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The folder under `packages` whose source has the mutants. */
const mutated = process.env["CROSSGATE_MUTATED"] ?? "";

/** Without conformance, which takes longer, for the first look at each of them. */
const isUnit = process.env["CROSSGATE_SUITE"] === "unit";

/** The first failure ends a run, so what takes longest comes last: properties, and conformance. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      /\.property\.|\.simulation\.|strangers|combine|conformance/.test(moduleId);
    return files.toSorted((one, other) => Number(isLong(one)) - Number(isLong(other)));
  }
}

export default defineConfig({
  root: fileURLToPath(new URL("../../../..", import.meta.url)),
  test: {
    include: [
      `packages/${mutated}/src/**/*.test.ts`,
      ...(isUnit ? [] : ["packages/proof/mutation/suite/conformance.test.ts"]),
    ],
    exclude: ["**/node_modules/**", "**/*.e2e.test.ts"],
    testTimeout: 20_000,
    sequence: { sequencer: QuickFirst },
  },
});
