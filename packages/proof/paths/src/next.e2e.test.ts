import { expect, it } from "vitest";
import { searchOnNext } from "./on-next.ts";
import { formatWrong } from "./print.ts";

/** The same search in every run, with routes that differ in case alone; `pnpm paths` takes other seeds. */
const extent = { seed: 862_105, settings: 8, paths: 15, spellings: 6 };

it("no path reaches a handler of Next under another path's rule", async () => {
  for (const { cases, granted, wrong } of await searchOnNext(extent)) {
    expect(wrong.map(formatWrong)).toEqual([]);
    expect(cases).toBeGreaterThan(1_000);
    expect(granted).toBeGreaterThan(100);
  }
});
