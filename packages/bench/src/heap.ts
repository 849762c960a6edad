declare const Bun: { gc(force: boolean): void } | undefined;
declare const gc: (() => void) | undefined;

/** Bytes on the heap. */
export function heapUsed(): number {
  return process.memoryUsage().heapUsed;
}

export function collectGarbage(): void {
  if (typeof Bun !== "undefined") Bun.gc(true);
  else if (typeof gc !== "undefined") gc();
}
