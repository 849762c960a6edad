import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Deadline } from "./deadline.ts";

const SOON = 1000;
const hanging = new Promise<never>(() => {});

describe("Deadline", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("hands on what comes in time, and what fails in time", async () => {
    const deadline = new Deadline(SOON);
    await expect(deadline.race(Promise.resolve(1))).resolves.toBe(1);
    await expect(deadline.race(Promise.reject(new Error("gone")))).rejects.toThrow("gone");
    expect(deadline.hasPassed).toBe(false);
    deadline.meet();
  });

  it("leaves behind what hangs, and what hangs after it", async () => {
    const deadline = new Deadline(SOON);
    const message = deadline.race(hanging).catch((error: unknown) => String(error));
    await vi.advanceTimersByTimeAsync(SOON - 1);
    expect(deadline.hasPassed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await message).toContain(`${SOON} ms have passed`);
    expect(deadline.hasPassed).toBe(true);
    await expect(deadline.race(hanging)).rejects.toThrow(`${SOON} ms have passed`);
  });

  it("never passes once it is met", async () => {
    const deadline = new Deadline(SOON);
    deadline.meet();
    await vi.advanceTimersByTimeAsync(3 * SOON);
    expect(deadline.hasPassed).toBe(false);
  });
});
