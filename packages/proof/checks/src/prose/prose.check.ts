import { expect, test } from "vitest";
import { treeFiles } from "../tree-files.ts";
import { findingsIn } from "./findings.ts";
import { explainedIds } from "./ids.ts";
import { passagesOf, PROSE } from "./read-file.ts";

/** Files that are not rewritten yet, by how their path begins. */
const PENDING: readonly string[] = ["packages/core/"];

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
