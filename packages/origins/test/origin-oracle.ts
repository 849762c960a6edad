import type { Limits } from "../src/options/limits.ts";

/** What happens to a cache and to the store behind it. */
export type Command =
  | { readonly ask: string; readonly times: number }
  | { readonly wait: number }
  | { readonly put: string }
  | { readonly remove: string }
  | { readonly latency: number; readonly failing: boolean };

/** Every answer, and which key was looked up when. */
export interface Behaviour {
  readonly answers: (boolean | "error")[];
  readonly lookups: (readonly [key: string, at: number])[];
}

interface Lookup {
  readonly key: string;
  readonly at: number;
  readonly done: number;
  readonly step: number;
  readonly found: boolean | "error";
  /** The answer that it renews outside of the budget. */
  readonly renews: Lookup | undefined;
}

/**
 * The contract of `rememberedOrigins` by its words. It has no map and no window, and reads the
 * whole history each time.
 */
export class OriginOracle {
  readonly answers: (boolean | "error")[] = [];
  readonly #limits: Limits;
  readonly #history: Lookup[] = [];
  readonly #stored = new Set<string>();
  #now = 0;
  #latency = 0;
  #failing = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get lookups(): Behaviour["lookups"] {
    return this.#history.map(({ key, at }) => [key, at]);
  }

  take(command: Command, step: number): void {
    if ("wait" in command) this.#now += command.wait;
    else if ("put" in command) this.#stored.add(command.put);
    else if ("remove" in command) this.#stored.delete(command.remove);
    else if ("latency" in command) {
      this.#latency = command.latency;
      this.#failing = command.failing;
    } else {
      for (let time = 0; time < command.times; time++) {
        this.answers.push(this.#answer(command.ask, step));
      }
    }
  }

  #answer(key: string, step: number): boolean | "error" {
    const { ttl, negativeTtl, staleFor, lookupTimeout } = this.#limits;
    const last = this.#remembered(step).find((lookup) => lookup.key === key);
    const age = this.#now - (last?.at ?? Number.NEGATIVE_INFINITY);
    if (last?.found === false && age < negativeTtl) return false;
    if (last?.found === true && age < ttl) return true;
    const isStale = last?.found === true && age < ttl + staleFor;
    const renewed = last?.found === true && this.#isDue(last) ? last : undefined;
    const mayAsk = renewed || (!isStale && this.#spentNow() < this.#limits.maxLookupsPerSecond);
    const lookup =
      this.#underWay(key, step) ?? (mayAsk ? this.#begin(key, step, renewed) : undefined);
    if (isStale) return true;
    if (!lookup) return false;
    return lookup.done - this.#now > lookupTimeout ? "error" : lookup.found;
  }

  /** An answer is renewed at once, and then after one second, two, four and so on up to `ttl`. */
  #isDue(known: Lookup): boolean {
    const attempts = this.#history.filter(({ renews }) => renews === known);
    const pause = Math.min(1000 * 2 ** (attempts.length - 1), this.#limits.ttl);
    return attempts.every(({ at }) => this.#now - at >= pause);
  }

  #hasEnded(lookup: Lookup, step: number): boolean {
    return lookup.done <= this.#now && lookup.step < step;
  }

  #underWay(key: string, step: number): Lookup | undefined {
    return this.#history.find(
      (lookup) =>
        lookup.key === key &&
        !this.#hasEnded(lookup, step) &&
        this.#now - lookup.at < this.#limits.lookupTimeout,
    );
  }

  #remembered(step: number): readonly Lookup[] {
    const { maxEntries } = this.#limits;
    const ended = this.#history.filter((lookup) => this.#hasEnded(lookup, step));
    let known: readonly Lookup[] = [];
    for (const lookup of ended.toSorted((one, other) => one.done - other.done)) {
      if (lookup.found === "error") continue;
      if (known.some(({ key, at }) => key === lookup.key && at > lookup.at)) continue;
      known = [...known.filter(({ key }) => key !== lookup.key), lookup];
      known = [true, false].flatMap((found) =>
        known.filter((one) => one.found === found).slice(-maxEntries),
      );
    }
    return known;
  }

  #begin(key: string, step: number, renews: Lookup | undefined): Lookup {
    const lookup: Lookup = {
      key,
      at: this.#now,
      done: this.#now + this.#latency,
      step,
      found: this.#failing ? "error" : this.#stored.has(key),
      renews,
    };
    this.#history.push(lookup);
    return lookup;
  }

  /** Of any second, so also of the one that ends now. */
  #spentNow(): number {
    return this.#history.filter(({ at, renews }) => !renews && this.#now - at < 1000).length;
  }
}
