import { expect, test } from "vitest";
import { treeFiles } from "../tree-files.ts";
import { findingsIn } from "./findings.ts";
import { explainedIds } from "./ids.ts";
import { passagesOf, PROSE } from "./read-file.ts";

/** Files that are not rewritten yet, by how their path begins. */
const PENDING: readonly string[] = [
  ".changeset/",
  "CONTRIBUTING.md",
  "README.md",
  "SECURITY.md",
  "docs/",
  "examples/origins/",
  "examples/testing/",
  "packages/browser/",
  "packages/bun/",
  "packages/cli/",
  "packages/cloudflare/",
  "packages/core/",
  "packages/deno/",
  "packages/hono/",
  "packages/next/",
  "packages/origins/",
  "packages/proof/apps/",
  "packages/proof/bench/",
  "packages/proof/checks/",
  "packages/proof/conformance/",
  "packages/proof/cures/",
  "packages/proof/e2e/",
  "packages/proof/guides/",
  "packages/proof/mutation/",
  "packages/proof/parity/",
  "packages/proof/paths/",
  "packages/proof/scale/",
  "packages/proof/stores/",
  "packages/proof/testkit/",
  "packages/proof/watching/",
  "workers/assets/",
  "workers/gateway/",
  "workers/playground/",
  "workers/tenants/",
];

const ids = explainedIds();
const files = treeFiles(...PROSE).filter(
  (file) => !PENDING.some((pending) => file.startsWith(pending)),
);

test(`people can read the sentences of ${files.length} files (CONTRIBUTING.md, Plain English)`, () => {
  const findings = files.flatMap((file) =>
    passagesOf(file)
      .flatMap((passage) => findingsIn(passage, ids))
      .map((finding) => `${file}:${finding}`),
  );
  expect(findings).toEqual([]);
});
