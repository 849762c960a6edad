declare const Bun: { gc(force: boolean): void } | undefined;
declare const gc: ((options?: { readonly type: "minor" }) => void) | undefined;

/** Bytes on the heap. */
export function heapUsed(): number {
  return process.memoryUsage().heapUsed;
}

export function collectGarbage(): void {
  if (typeof Bun !== "undefined") Bun.gc(true);
  else if (typeof gc !== "undefined") gc();
}

/**
 * What collects the young generation of this runtime's heap. A collection of everything would throw
 * away compiled code as well.
 *
 * @throws where the runtime was started without the switch that allows it
 */
export async function youngCollector(): Promise<() => void> {
  if (typeof Bun !== "undefined") {
    const name: string = "bun:jsc";
    const { edenGC } = (await import(name)) as { readonly edenGC: () => void };
    return edenGC;
  }
  if (typeof gc === "undefined") throw new Error("garbage can't be collected; set --expose-gc");
  return () => gc({ type: "minor" });
}
