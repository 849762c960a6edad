import type { SectionName } from "../sections/index.ts";

/** One trial, by its names. */
export interface TrialName {
  readonly contender: string;
  readonly base?: string;
}

/** A comparison once its responses have been looked at. */
export interface OpenComparison {
  readonly load: string;
  readonly trials: readonly TrialName[];
  /** How many answers were looked at. */
  readonly answers: number;
  /** Which of them were wrong. */
  readonly problems: readonly string[];
}

/** A place where trials run: this process, or a worker that is asked over HTTP. */
export interface Host {
  readonly runtime: string;
  /** Looks at all responses of a section. */
  open(section: SectionName): Promise<readonly OpenComparison[]>;
  /**
   * How many nanoseconds `count` runs of a trial took. Each turn begins with nothing young on the
   * heap, or it would pay for what the turn before has left.
   */
  run(section: SectionName, load: string, contender: string, count: number): Promise<number>;
}
