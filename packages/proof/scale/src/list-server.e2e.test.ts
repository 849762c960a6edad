import { describe, expect, it } from "vitest";
import { tryList } from "./list-trial.ts";
import { RUNTIMES } from "./runtimes.ts";

const LOADS = 4;
/** Slices of 4,096 entries, to read 100,000 of them and to find what is gone. */
const SLICES = 48;

describe("G2: a list of 100,000 entries, loaded again while the server answers", () => {
  it.each(RUNTIMES)(
    "on %s every response is right, and the loop has a turn after each slice",
    async (_, runtime) => {
      const { applying, reports, requests, wrong } = await tryList(runtime, 1, LOADS);
      expect({ loads: applying.length, reports, wrong }).toEqual({
        loads: LOADS,
        reports: 1,
        wrong: 0,
      });
      expect(requests).toBeGreaterThan(0);
      expect(Math.min(...applying.map(({ turns }) => turns))).toBeGreaterThanOrEqual(SLICES);
    },
  );
});
