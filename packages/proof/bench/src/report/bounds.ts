import type { Bound } from "../bounds/measure.ts";
import { line, table } from "./table.ts";

/** What a person waits for, beside its bound. */
export function boundsTable(bounds: readonly Bound[]): string {
  const rows = bounds.map(({ name, milliseconds, most }) =>
    line(name, [`${milliseconds.toFixed(1)} ms`, `≤ ${most} ms`]),
  );
  return table(["", "Node", "aim"], rows);
}
