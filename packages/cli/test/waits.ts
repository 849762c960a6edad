import { vi } from "vitest";

/**
 * How long something waits by itself, in milliseconds: the sum of its timers that came to their end.
 * No machine's pace is in it, as it would be in the time from the beginning to the end.
 */
export async function waitsOf(work: () => Promise<unknown>): Promise<number> {
  let waited = 0;
  const set = globalThis.setTimeout;
  const timers = vi.spyOn(globalThis, "setTimeout").mockImplementation(((
    run: (...given: unknown[]) => void,
    delay = 0,
    ...given: unknown[]
  ) => {
    const end = (): void => {
      waited += delay;
      run(...given);
    };
    return set(end, delay);
  }) as typeof setTimeout);
  try {
    await work();
    return waited;
  } finally {
    timers.mockRestore();
  }
}
