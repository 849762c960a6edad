import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClock } from "./clock.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("G1: the clock", () => {
  it("goes on at the machine's pace", () => {
    const clock = createClock();
    const start = clock.now();
    for (let second = 1; second <= 100; second++) {
      vi.advanceTimersByTime(1000);
      expect(clock.now() - start).toBeCloseTo(second * 1000, 3);
    }
  });

  it("never goes back, and counts each step forward once, whatever the wall clock does", () => {
    const event = fc.record({
      passes: fc.nat(10_000),
      steps: fc.constantFrom(0, 0, 0, 5, 1000, 3_600_000, -1000, -3_600_000),
    });
    const course = fc.array(event, { maxLength: 50 });
    fc.assert(
      fc.property(course, (events) => {
        let wall = 1_790_000_000_000;
        let steady = 0;
        vi.spyOn(Date, "now").mockImplementation(() => wall);
        vi.spyOn(performance, "now").mockImplementation(() => steady);
        const clock = createClock();
        let expected = clock.now();
        for (const { passes, steps } of events) {
          steady += passes;
          wall += passes + steps;
          expected += passes + Math.max(steps, 0);
          expect(clock.now()).toBeCloseTo(expected, 3);
        }
      }),
    );
  });

  it("does not run faster for the rounding of Date.now", () => {
    let steady = 0;
    vi.spyOn(performance, "now").mockImplementation(() => steady);
    vi.spyOn(Date, "now").mockImplementation(() => Math.floor(steady + 0.3));
    const clock = createClock();
    const start = clock.now();
    for (let call = 0; call < 100_000; call++) {
      steady += 0.037;
      clock.now();
    }
    expect(clock.now() - start).toBeCloseTo(3700, 3);
  });

  it("runs something later, unless that is called off", () => {
    const clock = createClock();
    const ran: string[] = [];
    clock.after(50, () => ran.push("kept"));
    clock.after(50, () => ran.push("called off"))();
    vi.advanceTimersByTime(49);
    expect(ran).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ran).toEqual(["kept"]);
  });
});
