const SECOND = 1000;

/** How many look-ups may begin within a second: any second, whenever it is thought to start. */
export class Budget {
  /** When each of the last ones began, round and round. */
  readonly #begun: Float64Array;
  #oldest = 0;

  constructor(perSecond: number) {
    this.#begun = new Float64Array(perSecond).fill(-Infinity);
  }

  /** Takes one, if there is one. */
  take(now: number): boolean {
    if (now - (this.#begun[this.#oldest] ?? 0) < SECOND) return false;
    this.#begun[this.#oldest] = now;
    this.#oldest = (this.#oldest + 1) % this.#begun.length;
    return true;
  }
}
