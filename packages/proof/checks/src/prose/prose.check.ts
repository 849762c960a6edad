import { expect, test } from "vitest";
import { treeFiles } from "../tree-files.ts";
import { findingsIn } from "./findings.ts";
import { explainedIds } from "./ids.ts";
import { passagesOf, PROSE } from "./read-file.ts";

const ids = explainedIds();
const files = treeFiles(...PROSE);

test(`people can read the sentences of ${files.length} files (CONTRIBUTING.md, Plain English)`, () => {
  const findings = files.flatMap((file) =>
    passagesOf(file)
      .flatMap((passage) => findingsIn(passage, ids))
      .map((finding) => `${file}:${finding}`),
  );
  expect(findings).toEqual([]);
});
