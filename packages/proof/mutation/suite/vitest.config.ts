import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The folder under `packages` whose source has the mutants. */
const mutated = process.env["CROSSGATE_MUTATED"] ?? "";

export default defineConfig({
  root: fileURLToPath(new URL("../../../..", import.meta.url)),
  test: {
    include: [
      `packages/${mutated}/src/**/*.test.ts`,
      "packages/proof/mutation/suite/conformance.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/*.e2e.test.ts"],
    testTimeout: 20_000,
  },
});
