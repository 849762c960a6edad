import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const E2E = "**/*.e2e.test.ts";
const HANGS = 300_000;
/** Files without a browser that wait for time-outs and stores more than they work. */
const WAITS = [
  "packages/origins/**/*.e2e.test.ts",
  "packages/proof/stores/**/*.e2e.test.ts",
  "workers/gateway/test/patience.e2e.test.ts",
  "workers/tenants/test/faults.e2e.test.ts",
];

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: "unit",
          include: ["packages/{*,proof/*}/src/**/*.test.ts", "workers/*/{src,page}/**/*.test.ts"],
          exclude: ["**/node_modules/**", E2E],
          // Only what hangs takes so long, on any machine.
          testTimeout: HANGS,
          hookTimeout: HANGS,
        },
      },
      {
        root,
        test: {
          name: "checks",
          include: ["packages/proof/checks/src/**/*.check.ts"],
          fileParallelism: false,
          testTimeout: HANGS,
          hookTimeout: HANGS,
        },
      },
      {
        root,
        test: {
          name: "e2e-waits",
          include: WAITS,
          exclude: ["**/node_modules/**"],
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: HANGS,
          hookTimeout: HANGS,
          expect: { poll: { timeout: HANGS / 2 } },
        },
      },
      {
        root,
        test: {
          name: "e2e",
          include: [E2E],
          exclude: ["**/node_modules/**", ...WAITS],
          sequence: { groupOrder: 2 },
          // One file at a time: two take half as long, but where a browser waits for a processor its
          // stalls would be counted as failures.
          fileParallelism: false,
          // Only what hangs takes so long, on any machine.
          testTimeout: HANGS,
          hookTimeout: HANGS,
          expect: { poll: { timeout: HANGS / 2 } },
          // A browser may stall once; a test that needed its second try is named at the end of the check.
          retry: 1,
        },
      },
    ],
    coverage: {
      provider: "v8",
      reportOnFailure: true,
      include: ["packages/core/src/**/*.ts"],
      exclude: ["**/*.test.ts", "**/*.test-d.ts"],
      // Only what is not covered, by line; files of types alone have nothing to cover.
      reporter: [["text", { skipFull: true, skipEmpty: true }]],
      reportsDirectory: "coverage",
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
});
