import { describe, expect, it } from "vitest";
import { Deadline } from "./deadline.ts";

const SOON = 20;
const hanging = new Promise<never>(() => {});

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe("Deadline", () => {
  it("hands on what comes in time, and what fails in time", async () => {
    const deadline = new Deadline(1000);
    await expect(deadline.race(Promise.resolve(1))).resolves.toBe(1);
    await expect(deadline.race(Promise.reject(new Error("gone")))).rejects.toThrow("gone");
    expect(deadline.hasPassed).toBe(false);
    deadline.meet();
  });

  it("leaves behind what hangs, and what hangs after it", async () => {
    const deadline = new Deadline(SOON);
    await expect(deadline.race(hanging)).rejects.toThrow(`${SOON} ms have passed`);
    expect(deadline.hasPassed).toBe(true);
    await expect(deadline.race(hanging)).rejects.toThrow(`${SOON} ms have passed`);
  });

  it("never passes once it is met", async () => {
    const deadline = new Deadline(SOON);
    deadline.meet();
    await after(3 * SOON);
    expect(deadline.hasPassed).toBe(false);
  });
});
