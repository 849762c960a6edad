/** A map that forgets what was put into it longest ago when it has more entries than it may. */
export class BoundedMap<Value> extends Map<string, Value> {
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  /** Puts a key in as the newest. Returns what had to go for it. */
  put(key: string, value: Value): Value | undefined {
    this.delete(key);
    this.set(key, value);
    if (this.size <= this.#most) return undefined;
    for (const [oldest, gone] of this) {
      this.delete(oldest);
      return gone;
    }
    return undefined;
  }
}
