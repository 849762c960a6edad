import { describe, expect, it } from "vitest";
import { tryList } from "./list-trial.ts";
import { RUNTIMES } from "./runtimes.ts";

const LOADS = 4;
const MOST = 10;

describe("G2: a list of 100,000 entries, loaded again while the server answers", () => {
  it.each(RUNTIMES)("on %s no turn of the loop works for more than 10 ms", async (_, runtime) => {
    const { applying, reports, requests, wrong } = await tryList(runtime, 1, LOADS);
    expect({ loads: applying.length, reports, wrong }).toEqual({
      loads: LOADS,
      reports: 1,
      wrong: 0,
    });
    expect(requests).toBeGreaterThan(500);
    // In work and not by the clock, since other programs run here too. All but one: a runtime
    // collects its garbage when it likes.
    const work = applying.map((each) => each.work).toSorted((one, other) => one - other);
    expect(work[0]).toBeGreaterThan(0);
    expect(work[LOADS - 2]).toBeLessThanOrEqual(MOST);
  });
});
