/** A call with what its arguments stand for, as far as they are written out. */
export interface Called {
  readonly object: string | undefined;
  readonly name: string;
  readonly given: readonly unknown[];
}
