import { afterEach, describe, expect, it, vi } from "vitest";
import { inSlices } from "./slices.ts";

/** How many of 10,000 values are done each time that others have their turn. */
async function doneAtTurns(lookTakes: number): Promise<readonly number[]> {
  let now = 0;
  let done = 0;
  const turns: number[] = [];
  vi.spyOn(performance, "now").mockImplementation(() => (now += lookTakes));
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((goOn: () => void) => {
    turns.push(done);
    queueMicrotask(goOn);
  }) as never);
  await inSlices(Array.from({ length: 10_000 }), () => done++);
  expect(done).toBe(10_000);
  return turns;
}

describe("G2: slices", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("end after 4,096 values where the clock stands still", async () => {
    expect(await doneAtTurns(0)).toEqual([4096, 8192]);
  });

  it("end at the first look at the clock after 3 ms, one look for 32 values", async () => {
    expect((await doneAtTurns(1)).slice(0, 3)).toEqual([96, 192, 288]);
    expect((await doneAtTurns(5)).slice(0, 3)).toEqual([32, 64, 96]);
  });
});
