import type { EngineName } from "./engines/engine.ts";

/** Without the browser nothing is proven: fine on a laptop if it is said aloud, not in CI. */
export function missing(engine: EngineName, skip: (note: string) => void): void {
  const note = `${engine} is not installed: parity with it was NOT checked`;
  if (process.env["CI"]) throw new Error(note);
  console.warn(note);
  skip(note);
}
