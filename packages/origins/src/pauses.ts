const FIRST = 1000;

/** How long to wait between attempts that come to nothing: one second, two, four and so on. */
export class Pauses {
  readonly #longest: number;
  #next: number;

  constructor(longest: number) {
    this.#longest = longest;
    this.#next = Math.min(FIRST, longest);
  }

  /** Milliseconds until the next attempt. */
  next(): number {
    const pause = this.#next;
    this.#next = Math.min(pause * 2, this.#longest);
    return pause;
  }
}
