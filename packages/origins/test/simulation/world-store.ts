import type { Chance } from "./chance.ts";
import type { WorldClock } from "./world-clock.ts";

/** How the store behaves at the moment. */
export type Mood = "up" | "failing" | "silent" | "slow" | "flaky";

/** One look-up as the store has seen it. */
export interface Seen {
  readonly key: string;
  readonly at: number;
  /** Set when it was answered. */
  answer?: boolean | "error";
}

/** The longest that the store takes when it is up. */
export const LATENCY = 20;

/** A store whose every moment is known. */
export class WorldStore {
  readonly #clock: WorldClock;
  readonly #chance: Chance;
  readonly #patience: number;
  readonly #since = new Map<string, number>();
  readonly #removed = new Map<string, number>();
  #count = 0;
  mood: Mood = "up";
  /** Since when it is up without a break. */
  upSince = 0;
  onLookUp: (seen: Seen) => void = () => {};
  onAnswer: (seen: Seen) => void = () => {};

  constructor(clock: WorldClock, chance: Chance, patience: number) {
    this.#clock = clock;
    this.#chance = chance;
    this.#patience = patience;
  }

  turn(mood: Mood): void {
    if (mood === "up" && this.mood !== "up") this.upSince = this.#clock.now();
    this.mood = mood;
  }

  add(key: string): void {
    if (!this.#since.has(key)) this.#since.set(key, this.#clock.now());
  }

  remove(key: string): void {
    if (this.#since.delete(key)) this.#removed.set(key, this.#clock.now());
  }

  /** Since when it has the key without a break. */
  since(key: string): number {
    return this.#since.get(key) ?? Infinity;
  }

  /** The last moment at which it had the key. */
  lastHad(key: string): number {
    return this.#since.has(key) ? this.#clock.now() : (this.#removed.get(key) ?? -Infinity);
  }

  async has(key: string): Promise<boolean> {
    const seen: Seen = { key, at: this.#clock.now() };
    this.onLookUp(seen);
    const { mood } = this;
    if (mood === "silent") return new Promise<boolean>(() => {});
    const before = this.#since.has(key);
    const readsAtOnce = this.#chance.happens(0.5);
    await this.#take(mood === "slow" ? this.#patience * 3 : LATENCY);
    const isBroken = mood === "failing" || (mood === "flaky" && this.#count++ % 3 === 0);
    seen.answer = isBroken ? "error" : readsAtOnce ? before : this.#since.has(key);
    this.onAnswer(seen);
    if (seen.answer === "error") throw new Error("the store is down");
    return seen.answer;
  }

  async #take(most: number): Promise<void> {
    if (this.#chance.happens(0.3)) return;
    await new Promise<void>((resolve) => {
      this.#clock.after(this.#chance.between(0, most), resolve);
    });
  }
}
