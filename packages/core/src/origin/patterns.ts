/** Patterns that validation has let through, without the port that they may end with as `:*`. */
export class Patterns {
  /** `https://example.com`, of which only the port is open. */
  readonly #hosts = new Set<string>();
  /** What follows a `*`, with the schemes that it is written for: `.example.com` → `https://`. */
  readonly #schemes = new Map<string, Set<string>>();
  // What is longer or shorter than every pattern is not even cut out.
  #shortest = Infinity;
  #longest = 0;

  get isEmpty(): boolean {
    return this.#hosts.size + this.#schemes.size === 0;
  }

  add(pattern: string): void {
    const star = pattern.indexOf("*");
    if (star < 0) {
      this.#hosts.add(pattern);
      return;
    }
    const suffix = pattern.slice(star + 1);
    const schemes = this.#schemes.get(suffix) ?? new Set();
    this.#schemes.set(suffix, schemes.add(pattern.slice(0, star)));
    this.#shortest = Math.min(this.#shortest, suffix.length);
    this.#longest = Math.max(this.#longest, suffix.length);
  }

  /**
   * Looks for what follows each dot: whole labels, so that `evilexample.com` can't meet
   * `*.example.com`. The cost does not depend on the number of patterns.
   *
   * @param origin need not be well-formed; that it fits says nothing of it
   */
  fit(origin: string): boolean {
    if (this.#hosts.has(origin)) return true;
    let dot = origin.indexOf(".", origin.length - this.#longest);
    while (dot >= 0 && origin.length - dot >= this.#shortest) {
      const schemes = this.#schemes.get(origin.slice(dot));
      if (schemes?.has(origin.slice(0, origin.indexOf("//") + 2))) return true;
      dot = origin.indexOf(".", dot + 1);
    }
    return false;
  }
}
