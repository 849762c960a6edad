import { version } from "node:process";
import { expect, test } from "vitest";
import { allCases } from "./cases/all.ts";
import { run } from "./run.ts";
import { coreSubjects } from "./subjects/core.ts";
import { startUpstream } from "./upstream.ts";

/** Once more under vitest, which is where core's coverage is measured. */
test("core keeps every case", async () => {
  const upstream = await startUpstream();
  try {
    const node = { name: "node", version, upstream: upstream.url } as const;
    const { subjects } = await run(allCases, coreSubjects, node);
    const failed = subjects.flatMap((subject) => subject.failed);
    expect(failed.map(({ subject, id }) => `${subject}: ${id}`)).toEqual([]);
    expect(subjects.reduce((sum, { passed }) => sum + passed, 0)).toBeGreaterThan(0);
  } finally {
    upstream.close();
  }
});
