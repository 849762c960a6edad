import { BoundedMap } from "./bounded-map.ts";
import type { Limits } from "./options/limits.ts";
import { Privilege } from "./privilege.ts";

/** What is known of one key. */
export interface Known {
  /** When the look-up began, which is the last moment that its answer is sure to be about. */
  readonly at: number;
  /** The turn of the look-up. */
  readonly turn: number;
  /** The turn in which the store last said that the key has changed. */
  readonly changed: number;
  /** Whether it may be looked up outside of the budget. */
  readonly privilege?: Privilege;
}

/**
 * The answers of a store. Allowed and denied keys are apart from each other, so that no number of
 * denied ones pushes out an allowed one.
 *
 * Look-ups and what the store says of itself happen in one order, in turns: a clock may stand still.
 */
export class KnownOrigins {
  readonly #ttl: number;
  readonly #allowed: BoundedMap<Known>;
  readonly #denied: BoundedMap<Known>;
  /** Neither allowed nor denied as far as is known, and changed as the store said. */
  readonly #changed: BoundedMap<Known>;
  #turn = 0;
  /** A look-up before this turn may be older than what the store has said since. */
  #floor = 0;

  constructor({ ttl, maxEntries }: Limits) {
    this.#ttl = ttl;
    this.#allowed = new BoundedMap(maxEntries);
    this.#denied = new BoundedMap(maxEntries);
    this.#changed = new BoundedMap(maxEntries);
  }

  get sizes(): { readonly allowed: number; readonly denied: number } {
    return { allowed: this.#allowed.size, denied: this.#denied.size };
  }

  /** When it was sure that a key is allowed. */
  allowedAt(key: string): number {
    return this.#allowed.get(key)?.at ?? -Infinity;
  }

  /** When it was sure that a key is denied. */
  deniedAt(key: string): number {
    return this.#denied.get(key)?.at ?? -Infinity;
  }

  /** The right of a key to be looked up outside of the budget, if it has one. */
  privilegeOf(key: string): Privilege | undefined {
    return (this.#allowed.get(key) ?? this.#changed.get(key))?.privilege;
  }

  /** The turn of a look-up that begins. */
  nextTurn(): number {
    return ++this.#turn;
  }

  /** Takes down an answer, unless a newer one is there or the store has said that it changed. */
  remember(key: string, at: number, turn: number, isAllowed: boolean): void {
    const { turn: newest = 0, changed = 0 } =
      this.#allowed.get(key) ?? this.#denied.get(key) ?? this.#changed.get(key) ?? {};
    if (turn < Math.max(newest, this.#floor)) return;
    this.#remove(key);
    if (!isAllowed) this.#put(this.#denied, key, { at, turn, changed });
    else this.#put(this.#allowed, key, { at, turn, changed, privilege: this.#privilege() });
  }

  /** Forgets when an answer was given, of one key or of all, and whatever older look-ups will say. */
  forget(key?: string): void {
    const turn = this.nextTurn();
    if (key !== undefined) return this.#forgetOne(key, turn);
    this.#floor = turn;
    this.#denied.clear();
    this.#changed.clear();
    // Known ones keep their privilege: a flood that goes on now would keep them out.
    for (const key of this.#allowed.keys()) this.#allowed.set(key, this.#expired(turn));
  }

  #forgetOne(key: string, turn: number): void {
    if (this.#allowed.has(key)) {
      this.#allowed.set(key, this.#expired(turn));
      return;
    }
    this.#denied.delete(key);
    this.#put(this.#changed, key, this.#expired(turn));
  }

  #expired(turn: number): Known {
    return { at: -Infinity, turn, changed: turn, privilege: this.#privilege() };
  }

  #privilege(): Privilege {
    return new Privilege(this.#ttl);
  }

  #remove(key: string): void {
    this.#allowed.delete(key);
    this.#denied.delete(key);
    this.#changed.delete(key);
  }

  #put(map: BoundedMap<Known>, key: string, known: Known): void {
    const gone = map.put(key, known);
    // Nothing says any more that a look-up from before the change must not answer for that key.
    if (gone) this.#floor = Math.max(this.#floor, gone.changed);
  }
}
