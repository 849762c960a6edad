import type { KvLimits } from "./kv-options.ts";

/** The clock and the store, from outside. */
export interface OriginSource {
  /** Milliseconds, of a clock that only goes forward. */
  now(): number;
  /** Whether the store has a key. */
  has(key: string): Promise<boolean>;
  /** Keeps a look-up going when the request that began it has ended. */
  keep(lookup: Promise<unknown>): void;
}

interface Allowed {
  /** When the look-up began, which is the last moment that its answer is sure to be about. */
  readonly at: number;
  /** Whether its one look-up outside of the budget is spent. */
  renewed: boolean;
}

interface Pending {
  readonly at: number;
  readonly answer: Promise<boolean>;
}

const WINDOW_MS = 1000;

/**
 * Which keys a store has, remembered for a while: allowed and denied ones apart from each other, so
 * that no number of denied origins pushes out an allowed one.
 */
export class OriginCache {
  readonly #source: OriginSource;
  readonly #allowed = new Map<string, Allowed>();
  readonly #denied = new Map<string, number>();
  readonly #pending = new Map<string, Pending>();
  #windowStart = -Infinity;
  #spent = 0;

  constructor(source: OriginSource) {
    this.#source = source;
  }

  /**
   * Whether a key is allowed: at once where that is remembered, or can't be asked now.
   *
   * @throws the store's error, or one about its silence, as a rejection
   */
  allows(key: string, limits: KvLimits): boolean | Promise<boolean> {
    const now = this.#source.now();
    const known = this.#allowed.get(key);
    if (known && now - known.at < limits.ttl) return true;
    if (known && now - known.at < limits.ttl + limits.staleFor) {
      if (!this.#join(key, now, limits)) this.#begin(key, now, limits, known)?.catch(reportRenewal);
      return true;
    }
    if (now - (this.#denied.get(key) ?? -Infinity) < limits.negativeTtl) return false;
    const answer = this.#join(key, now, limits) ?? this.#begin(key, now, limits, known);
    return answer ? within(limits.lookupTimeout, answer) : false;
  }

  /** A look-up that is under way, unless it takes so long that it may never end. */
  #join(key: string, now: number, { lookupTimeout }: KvLimits): Promise<boolean> | undefined {
    for (const [key, { at }] of this.#pending) {
      if (now - at < lookupTimeout) break;
      this.#pending.delete(key);
    }
    return this.#pending.get(key)?.answer;
  }

  #begin(
    key: string,
    at: number,
    limits: KvLimits,
    known: Allowed | undefined,
  ): Promise<boolean> | undefined {
    if (known && !known.renewed) known.renewed = true;
    else if (!this.#spend(at, limits.maxLookupsPerSecond)) return undefined;
    const answer = this.#lookUp(key, at, limits);
    this.#pending.set(key, { at, answer });
    this.#source.keep(answer.catch(() => {}));
    return answer;
  }

  async #lookUp(key: string, at: number, { maxEntries }: KvLimits): Promise<boolean> {
    try {
      const isAllowed = await this.#source.has(key);
      this.#remember(key, at, isAllowed, maxEntries);
      return isAllowed;
    } finally {
      // Another may have begun meanwhile, where this one took too long.
      if (this.#pending.get(key)?.at === at) this.#pending.delete(key);
    }
  }

  #remember(key: string, at: number, isAllowed: boolean, maxEntries: number): void {
    const newest = this.#allowed.get(key)?.at ?? this.#denied.get(key) ?? -Infinity;
    if (at < newest) return;
    this.#allowed.delete(key);
    this.#denied.delete(key);
    if (isAllowed) this.#allowed.set(key, { at, renewed: false });
    else this.#denied.set(key, at);
    shrink(isAllowed ? this.#allowed : this.#denied, maxEntries);
  }

  #spend(now: number, limit: number): boolean {
    if (now - this.#windowStart >= WINDOW_MS) {
      this.#windowStart = now;
      this.#spent = 0;
    }
    if (this.#spent++ === limit) {
      console.warn(
        `crossgate: ${limit} origins were looked up within a second; other unknown ones are denied until the next (maxLookupsPerSecond)`,
      );
    }
    return this.#spent <= limit;
  }
}

/** A map keeps the order of insertion: the first was looked up longest ago. */
function shrink(map: Map<string, unknown>, size: number): void {
  for (const key of map.keys()) {
    if (map.size <= size) return;
    map.delete(key);
  }
}

/** Each request has a timer of its own: a promise of another request may never settle. */
function within(limit: number, answer: Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout>;
  return new Promise<boolean>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`KV was silent for ${limit / 1000} s`)), limit);
    answer.then(resolve, reject);
  }).finally(() => clearTimeout(timer));
}

function reportRenewal(error: unknown): void {
  console.error("crossgate: an origin that KV allowed could not be looked up again", error);
}
