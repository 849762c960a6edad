import type { Gate } from "../cors.ts";
import { report } from "../report.ts";
import type { Verdict } from "../verdict/verdict.ts";
import { type Change, compileCompare } from "./difference.ts";
import { compileShortcut } from "./shortcut.ts";

/** A request whose page would have got something else from the candidate. */
export interface Difference<Context = unknown> {
  /** What the live policy said, and what the page got. */
  readonly live: Verdict;
  /** What the candidate said; its `reason` and `detail` say why. */
  readonly candidate: Verdict;
  readonly change: Change;
  readonly request: Request;
  readonly context: Context;
}

/** Hears of a difference; what it throws or rejects with is reported. */
export type OnDifference<Context = unknown> = (
  difference: Difference<Context>,
) => void | Promise<void>;

/** Candidates that are waited for at one time. One that hangs must not fill the memory. */
const MOST_WAITING = 1000;

/** Hears of each decision of the live policy. */
export type Watch<Context> = (live: Verdict, request: Request, context: Context) => void;

/** Asks the candidate, and tells of the difference. Never throws, and is never waited for. */
export function createWatch<Context>(
  live: Gate<Context>,
  candidate: Gate<Context>,
  onDifference: OnDifference<Context>,
): Watch<Context> {
  const compare = compileCompare(live, candidate);
  const isSame = compileShortcut(live, candidate);
  let waiting = 0;
  const tell = async (
    live: Verdict,
    candidate: Verdict,
    request: Request,
    context: Context,
  ): Promise<void> => {
    const change = compare(live, candidate);
    if (change) await onDifference({ live, candidate, change, request, context });
  };
  const wait = async (
    verdict: Promise<Verdict>,
    live: Verdict,
    request: Request,
    context: Context,
  ): Promise<void> => {
    waiting++;
    try {
      return await tell(live, await verdict, request, context);
    } finally {
      waiting--;
    }
  };
  return (live, request, context) => {
    if (waiting >= MOST_WAITING) return;
    try {
      if (isSame(live, context)) return;
      const verdict = candidate.check(request, context);
      if ("then" in verdict) wait(verdict, live, request, context).catch(failed);
      else if (compare(live, verdict)) tell(live, verdict, request, context).catch(failed);
    } catch (error) {
      failed(error);
    }
  };
}

function failed(error: unknown): void {
  report("the candidate of reportOnly failed", error);
}
