import type { PathPattern } from "./pattern.ts";

/** Rules by path. What a look-up costs depends on the path, and not on how many rules there are. */
export class RuleTable {
  /** Rules for one path. */
  readonly #paths = new Map<string, number>();
  /** Rules for a path and everything below it. */
  readonly #trees = new Map<string, number>();
  /** The length of the longest path in `#trees`: no longer one is looked for. */
  #longest = 0;

  /**
   * Adds a rule behind all others.
   *
   * @returns `false` for one that earlier rules cover whole, so that it would never hold
   */
  add({ base, isTree }: PathPattern, rule: number): boolean {
    if (this.#firstTree(base) < rule || (!isTree && this.#paths.has(base))) return false;
    if (isTree) this.#longest = Math.max(this.#longest, base.length);
    (isTree ? this.#trees : this.#paths).set(base, rule);
    return true;
  }

  /** The first rule that covers a path, or `Infinity`. */
  first(path: string): number {
    // A slash at the end makes no difference: routers ignore it, or redirect it away.
    const base = path.endsWith("/") ? path.slice(0, -1) : path;
    return Math.min(this.#paths.get(base) ?? Infinity, this.#firstTree(base));
  }

  /** The rule, or `Infinity`, that is the first for all paths of a pattern; else `undefined`. */
  firstForAll({ base, isTree }: PathPattern): number | undefined {
    if (!isTree) return this.first(base);
    const first = this.#firstTree(base);
    for (const [path, rule] of [...this.#paths, ...this.#trees]) {
      if (rule < first && (path === base || path.startsWith(`${base}/`))) return undefined;
    }
    return first;
  }

  #firstTree(path: string): number {
    let first = Infinity;
    for (
      let slash = 0;
      slash >= 0 && slash <= this.#longest;
      slash = path.indexOf("/", slash + 1)
    ) {
      first = Math.min(first, this.#trees.get(path.slice(0, slash)) ?? Infinity);
    }
    return path.length > this.#longest ? first : Math.min(first, this.#trees.get(path) ?? Infinity);
  }
}
