import type { PathPattern } from "./pattern.ts";

/** What is known of one path: its rules, and the segments that go on below it. */
class Place {
  /** The first rule for this path alone. */
  path = Infinity;
  /** The first rule for this path and everything below it. */
  tree = Infinity;
  readonly #below = new Map<string, Place>();
  #shortest = Infinity;
  #longest = 0;

  /** The place of a segment of `path`; text is cut out only where a name has its length. */
  find(path: string, start: number, end: number): Place | undefined {
    const length = end - start;
    if (length < this.#shortest || length > this.#longest) return undefined;
    return this.#below.get(path.slice(start, end));
  }

  create(name: string): Place {
    const place = new Place();
    this.#below.set(name, place);
    this.#shortest = Math.min(this.#shortest, name.length);
    this.#longest = Math.max(this.#longest, name.length);
    return place;
  }

  /** Whether a rule in front of `rule` is for a path here or below. */
  hasBefore(rule: number): boolean {
    if (this.path < rule || this.tree < rule) return true;
    return [...this.#below.values()].some((place) => place.hasBefore(rule));
  }
}

/** Rules by path. What a look-up costs depends on the path, and not on how many rules there are. */
export class RuleTable {
  readonly #top = new Place();

  /**
   * Adds a rule behind all others.
   *
   * @returns `false` for one that earlier rules cover whole, so that it would never hold
   */
  add({ base, isTree }: PathPattern, rule: number): boolean {
    if (this.#walk(base).tree < rule) return false;
    let place = this.#top;
    for (const name of base.split("/").slice(1)) {
      place = place.find(name, 0, name.length) ?? place.create(name);
    }
    if (!isTree && place.path < rule) return false;
    if (isTree) place.tree = rule;
    else place.path = rule;
    return true;
  }

  /** The first rule that covers a path, or `Infinity`. */
  first(path: string): number {
    // A slash at the end makes no difference: routers ignore it, or redirect it away.
    const { tree, place } = this.#walk(path.endsWith("/") ? path.slice(0, -1) : path);
    return place ? Math.min(tree, place.path) : tree;
  }

  /** The rule, or `Infinity`, that is the first for all paths of a pattern; else `undefined`. */
  firstForAll({ base, isTree }: PathPattern): number | undefined {
    if (!isTree) return this.first(base);
    const { tree, place } = this.#walk(base);
    return place?.hasBefore(tree) ? undefined : tree;
  }

  /** Goes down a path as far as rules do: the first tree on the way, and the place at its end. */
  #walk(base: string): { readonly tree: number; readonly place: Place | undefined } {
    let place: Place | undefined = this.#top;
    let { tree } = place;
    for (let start = 1; place && start <= base.length;) {
      const slash = base.indexOf("/", start);
      const end = slash < 0 ? base.length : slash;
      place = place.find(base, start, end);
      if (place) tree = Math.min(tree, place.tree);
      start = end + 1;
    }
    return { tree, place };
  }
}
