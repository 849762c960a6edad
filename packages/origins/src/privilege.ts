/** After a look-up that came to nothing, the first pause before the next. */
const FIRST_PAUSE = 1000;

/**
 * The right of one key to be looked up outside of the budget. A look-up that fails or never ends
 * gives it back: after one second, then two, four and so on, and at last once each `ttl`. So a store
 * that is down meets no more questions than one that is up, and no flood keeps the key out.
 */
export class Privilege {
  readonly #longest: number;
  #pause: number;
  #notBefore = -Infinity;

  constructor(ttl: number) {
    this.#longest = ttl;
    this.#pause = Math.min(FIRST_PAUSE, ttl);
  }

  /** Takes it, if it is there. */
  take(now: number): boolean {
    if (now < this.#notBefore) return false;
    this.#notBefore = now + this.#pause;
    this.#pause = Math.min(this.#pause * 2, this.#longest);
    return true;
  }
}
