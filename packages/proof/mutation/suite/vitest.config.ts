import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The folder under `packages` whose source has the mutants. */
const mutated = process.env["CROSSGATE_MUTATED"] ?? "";

/** Without conformance, which takes longer, for the first look at each of them. */
const isUnit = process.env["CROSSGATE_SUITE"] === "unit";

export default defineConfig({
  root: fileURLToPath(new URL("../../../..", import.meta.url)),
  test: {
    include: [
      `packages/${mutated}/src/**/*.test.ts`,
      ...(isUnit ? [] : ["packages/proof/mutation/suite/conformance.test.ts"]),
    ],
    exclude: ["**/node_modules/**", "**/*.e2e.test.ts"],
    testTimeout: 20_000,
    isolate: false,
  },
});
