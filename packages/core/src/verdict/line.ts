import type { Verdict } from "./verdict.ts";

/** What of a verdict is for a log. */
export type VerdictLine = Pick<Verdict, "kind" | "origin" | "allowed" | "reason" | "detail">;

/**
 * A verdict as JSON. `JSON.stringify` sees own members alone, and a getter is none. Without its
 * reason a line would be taken for that of an allowed origin.
 */
export function lineOf({ kind, origin, allowed, reason, detail }: Verdict): VerdictLine {
  return { kind, origin, allowed, reason, detail };
}
