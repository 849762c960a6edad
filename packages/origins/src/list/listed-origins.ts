import { isInPatterns, patternDepth } from "@crossgate/core/origin-entry";

/** Origins and patterns that come and go; the cost of a question does not depend on their number. */
export class ListedOrigins {
  // Apart, since a stranger can also send a pattern as it is written. Each with the load that named it.
  readonly #exact = new Map<string, number>();
  readonly #patterns = new Map<string, number>();
  /** How many patterns there are of each depth. */
  readonly #depths = new Map<number, number>();
  #depth = 0;

  get counts(): { readonly origins: number; readonly patterns: number } {
    return { origins: this.#exact.size, patterns: this.#patterns.size };
  }

  has(origin: string): boolean {
    return this.#exact.has(origin) || isInPatterns(origin, this.#patterns, this.#depth);
  }

  /** Takes down that a load has named an entry. Returns whether it was in the list. */
  mark(entry: string, load: number): boolean {
    const map = this.#mapOf(entry);
    if (!map.has(entry)) return false;
    map.set(entry, load);
    return true;
  }

  add(entry: string, load: number): void {
    const map = this.#mapOf(entry);
    if (!map.has(entry) && map === this.#patterns) this.#count(patternDepth(entry), 1);
    map.set(entry, load);
  }

  delete(entry: string): void {
    const map = this.#mapOf(entry);
    if (map.delete(entry) && map === this.#patterns) this.#count(patternDepth(entry), -1);
  }

  /** Every entry, with the load that named it last. */
  *entries(): Generator<readonly [entry: string, load: number]> {
    yield* this.#exact;
    yield* this.#patterns;
  }

  #mapOf(entry: string): Map<string, number> {
    return entry.includes("*") ? this.#patterns : this.#exact;
  }

  #count(depth: number, change: 1 | -1): void {
    const count = (this.#depths.get(depth) ?? 0) + change;
    if (count > 0) this.#depths.set(depth, count);
    else this.#depths.delete(depth);
    this.#depth = Math.max(0, ...this.#depths.keys());
  }
}
