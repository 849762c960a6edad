import type { Limits } from "../../src/options/limits.ts";
import type { RememberedStats } from "../../src/origin-memory.ts";
import type { Seen, WorldStore } from "./world-store.ts";
import type { WorldClock } from "./world-clock.ts";

/** What was said to a request. */
export type Answer = boolean | "error";

/** What is known of a key from outside: what the store answered, and what it pushed. */
interface Trace {
  /** Look-ups under way, the hanging ones included, that began after the last push; and their turns. */
  readonly open: Map<Seen, number>;
  /** The turn of the newest look-up that was answered. */
  turn: number;
  /** When that began, if the answer was yes. */
  knownAt: number;
  /** The same, unless the store has pushed a change since. */
  freshAt: number;
  pushedAt: number;
}

const SECOND = 1000;

/** How each promise is told to be broken. */
export const PROMISES = [
  "allowed after the store had said that it is gone",
  "allowed for longer than was said",
  "waited for longer than lookupTimeout",
  "more is cached than maxEntries",
  "more is under way than the budget gives",
  "a cached one is denied though the store has long been up",
  "a cached one is denied within its time",
  "two look-ups of one key",
  "strangers cost more than maxLookupsPerSecond",
  "known ones cost more than their pauses let through",
] as const;

/** The promises of `rememberedOrigins`, held against each event. */
export class Invariants {
  readonly #limits: Limits;
  readonly #clock: WorldClock;
  readonly #store: WorldStore;
  /** Whether there is room for all honest keys. */
  readonly #isRoomy: boolean;
  readonly #traces = new Map<string, Trace>();
  readonly #hostile: number[] = [];
  #turn = 0;
  #windowEnd = 0;
  #inWindow = 0;
  #changesInWindow = 0;
  jumpedAt = -Infinity;
  /** The first promise that was not kept. */
  broken: string | undefined;

  constructor(limits: Limits, clock: WorldClock, store: WorldStore, isRoomy: boolean) {
    this.#limits = limits;
    this.#clock = clock;
    this.#store = store;
    this.#isRoomy = isRoomy;
    store.onLookUp = (seen) => this.#lookUp(seen);
    store.onAnswer = (seen) => this.#answered(seen);
  }

  forgotten(key?: string): void {
    const keys = key === undefined ? [...this.#traces.keys()] : [key];
    for (const each of keys) {
      const trace = this.#trace(each);
      trace.pushedAt = this.#clock.now();
      trace.freshAt = -Infinity;
      trace.open.clear();
      this.#changesInWindow++;
    }
  }

  /** What must be true of an answer at the moment it is given. */
  check(key: string, asked: number, answer: Answer, atOnce: boolean): void {
    const now = this.#clock.now();
    const { ttl, staleFor, lookupTimeout } = this.#limits;
    if (answer !== true) this.#checkDenial(key, asked, answer, atOnce);
    else {
      const pushed = this.#traces.get(key)?.pushedAt ?? -Infinity;
      const isGone = this.#store.lastHad(key) < pushed && pushed < asked;
      this.#hold(!isGone, "allowed after the store had said that it is gone", key);
    }
    // Whatever was under way while the machine slept comes late.
    if (this.jumpedAt >= asked) return;
    const longest = Math.max(ttl + staleFor, 2 * lookupTimeout);
    const isTooOld = answer === true && now - this.#store.lastHad(key) > longest;
    this.#hold(!isTooOld, "allowed for longer than was said", key);
    this.#hold(now - asked <= lookupTimeout, "waited for longer than lookupTimeout", key);
  }

  /** What must be true at every moment. */
  checkSizes({ allowed, denied, underWay }: RememberedStats, honest: number): void {
    const { maxEntries, maxLookupsPerSecond, lookupTimeout } = this.#limits;
    this.#hold(allowed <= maxEntries && denied <= maxEntries, "more is cached than maxEntries");
    const most = maxLookupsPerSecond * (lookupTimeout / SECOND + 2) + honest;
    this.#hold(underWay <= most, "more is under way than the budget gives");
  }

  #checkDenial(key: string, asked: number, answer: Answer, atOnce: boolean): void {
    if (!this.#isRoomy) return;
    const { ttl, staleFor, lookupTimeout } = this.#limits;
    const { knownAt, freshAt } = this.#trace(key);
    if (knownAt > this.#store.since(key) && this.#store.mood === "up") {
      const recovered = this.#store.upSince + Math.max(ttl, lookupTimeout);
      this.#hold(
        asked < recovered,
        "a cached one is denied though the store has long been up",
        key,
      );
    }
    const isFresh = atOnce && asked - freshAt < ttl + staleFor;
    this.#hold(!isFresh, "a cached one is denied within its time", `${key}: ${answer}`);
  }

  #lookUp(seen: Seen): void {
    const now = this.#clock.now();
    const { open } = this.#trace(seen.key);
    for (const { at } of open.keys()) {
      this.#hold(now - at >= this.#limits.lookupTimeout, "two look-ups of one key", seen.key);
    }
    open.set(seen, ++this.#turn);
    this.#spend(seen, now);
  }

  #spend({ key }: Seen, now: number): void {
    const { maxLookupsPerSecond, ttl } = this.#limits;
    if (key.startsWith("evil")) {
      const first = this.#hostile[this.#hostile.length - maxLookupsPerSecond] ?? -Infinity;
      this.#hold(now - first >= SECOND, "strangers cost more than maxLookupsPerSecond");
      this.#hostile.push(now);
    }
    if (now >= this.#windowEnd) {
      this.#windowEnd = now + ttl;
      this.#inWindow = 0;
      this.#changesInWindow = 0;
    }
    // Of a key the privileged attempts pause for 1, 2, 4 … seconds; one may succeed meanwhile.
    const attempts = 2 * (Math.log2(ttl / SECOND) + 2);
    const privileged = (this.#traces.size + this.#changesInWindow) * attempts;
    const most = maxLookupsPerSecond * (ttl / SECOND + 1) + privileged;
    this.#hold(++this.#inWindow <= most, "known ones cost more than their pauses let through");
  }

  #answered(seen: Seen): void {
    const trace = this.#trace(seen.key);
    const turn = trace.open.get(seen) ?? -Infinity;
    trace.open.delete(seen);
    if (seen.answer === "error" || turn < trace.turn) return;
    trace.turn = turn;
    trace.knownAt = seen.answer === true ? seen.at : -Infinity;
    trace.freshAt = trace.knownAt;
  }

  #trace(key: string): Trace {
    const known = this.#traces.get(key);
    if (known) return known;
    const never = -Infinity;
    const open = new Map<Seen, number>();
    const trace: Trace = { open, turn: 0, knownAt: never, freshAt: never, pushedAt: never };
    // Of strangers there are too many; nothing but their price matters.
    if (!key.startsWith("evil")) this.#traces.set(key, trace);
    return trace;
  }

  /** Taken down and not thrown: much of this runs where an error would count as the store's. */
  #hold(isTrue: boolean, promise: (typeof PROMISES)[number], key = ""): void {
    if (!isTrue) this.broken ??= `${promise} ${key}`.trim();
  }
}
