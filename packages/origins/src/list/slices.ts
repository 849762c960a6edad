/** Milliseconds of work before everything else gets its turn. */
const SLICE = 3;
/** A look at the clock costs as much as a few entries. */
const STRIDE = 32;
/** Where the clock stands still during work, as on Workers, entries are counted. */
const MOST = 4096;

/** Does something with each value, in slices between which the host goes on serving. */
export async function inSlices<Value>(
  values: Iterable<Value>,
  work: (value: Value) => void,
): Promise<void> {
  let began = performance.now();
  let done = 0;
  for (const value of values) {
    work(value);
    done++;
    if (done % STRIDE !== 0) continue;
    if (performance.now() - began < SLICE && done < MOST) continue;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 0);
    });
    began = performance.now();
    done = 0;
  }
}
