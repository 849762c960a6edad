import { version } from "node:process";
import { allCases } from "@crossgate/conformance/cases";
import { run } from "@crossgate/conformance/run";
import { subjectsOf } from "@crossgate/conformance/subjects";
import { startUpstream } from "@crossgate/conformance/upstream";
import { afterAll, describe, expect, test } from "vitest";

const upstream = await startUpstream();
const node = { name: "node", version, upstream: upstream.url } as const;

afterAll(() => upstream.close());

// One test per case, so that a mutant is put only to the cases that reach it.
describe.each(subjectsOf(process.env["CROSSGATE_MUTATED"] ?? ""))("$name", (subject) => {
  test.each(allCases)("$id", async (each) => {
    const { subjects } = await run([each], [subject], node);
    expect(subjects.flatMap(({ failed }) => failed)).toEqual([]);
  });
});
