/** Time as the rest of the package sees it. */
export interface Clock {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Runs something later, without keeping the process alive for it. Returns what calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

/** A difference that the rounding of `Date.now` can't explain. */
const STEP = 2;

/**
 * Makes a clock that goes on at the machine's pace. When the wall clock steps forward, this clock
 * does too. A machine that slept may have stopped its monotonic clock, and nothing may be cached
 * for longer than its time. When the wall clock steps back it does not.
 */
export function createClock(): Clock {
  let stepped = 0;
  let lead = Date.now() - performance.now();
  return {
    now() {
      const steady = performance.now();
      const leads = Date.now() - steady;
      if (leads - lead > STEP) stepped += leads - lead;
      lead = leads;
      return steady + stepped;
    },
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      unref(timer);
      return () => clearTimeout(timer);
    },
  };
}

/** Node and Bun give timers that can be let go, Deno numbers, browsers and workerd nothing to let go. */
function unref(timer: unknown): void {
  if (typeof timer === "object") (timer as { unref?(): void }).unref?.();
  else (globalThis as DenoLike).Deno?.unrefTimer(timer);
}

interface DenoLike {
  readonly Deno?: { unrefTimer(timer: unknown): void };
}
