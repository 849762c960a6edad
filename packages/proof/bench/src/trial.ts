import type { Handler } from "./contender.ts";
import type { Answer } from "./loads.ts";

/** One contender under one load. */
export interface Trial {
  readonly contender: string;
  /** The trial of the same comparison whose time is taken off. */
  readonly base?: string;
  /** What is timed: a handler, or something that answers nothing. */
  readonly work: (request: Request) => unknown;
  /** Sent in turn. */
  readonly requests: readonly Request[];
  /** What `work` must answer to every request before its time counts. */
  readonly expected?: readonly Answer[];
  /** What `work` must decide where it decides and answers nothing. */
  readonly decides?: boolean;
}

/** Trials that are timed in turns, because their times are put in relation. */
export interface Comparison {
  readonly load: string;
  readonly trials: readonly Trial[];
}

/** Comparisons that belong in one table. They are made when they are needed, and one at a time. */
export type Section = (quick: boolean) => readonly Comparison[];

export function checked(
  contender: string,
  work: Handler,
  request: Request,
  expected: Answer,
  base?: string,
): Trial {
  const trial = { contender, work, requests: [request], expected: [expected] };
  return base === undefined ? trial : { ...trial, base };
}
