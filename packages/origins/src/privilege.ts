import { Pauses } from "./pauses.ts";

/**
 * The right of one key to be looked up outside of the budget. A look-up that fails or never ends
 * gives it back: after one second, then two, four and so on, and at last once each `ttl`. So a store
 * that is down meets no more questions than one that is up, and no flood keeps the key out.
 */
export class Privilege {
  readonly #pauses: Pauses;
  #notBefore = -Infinity;

  constructor(ttl: number) {
    this.#pauses = new Pauses(ttl);
  }

  /** Takes it, if it is there. */
  take(now: number): boolean {
    if (now < this.#notBefore) return false;
    this.#notBefore = now + this.#pauses.next();
    return true;
  }
}
