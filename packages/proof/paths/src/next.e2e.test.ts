import { expect, it } from "vitest";
import { searchOnNext } from "./on-next.ts";
import { formatWrong } from "./print.ts";

const extent = { seed: Date.now() % 1_000_000, settings: 8, paths: 15, spellings: 6 };

it(`no path reaches a handler of Next under another path's rule (seed ${extent.seed})`, async () => {
  for (const { cases, granted, wrong } of await searchOnNext(extent)) {
    expect(wrong.map(formatWrong)).toEqual([]);
    expect(cases).toBeGreaterThan(1_000);
    expect(granted).toBeGreaterThan(100);
  }
}, 240_000);
