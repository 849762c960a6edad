import type { Limits } from "../../src/options/limits.ts";
import type { OriginMemory } from "../../src/origin-memory.ts";
import { Chance } from "./chance.ts";
import { type Answer, Invariants } from "./invariants.ts";
import { WorldClock, consequences } from "./world-clock.ts";
import { type Mood, WorldStore } from "./world-store.ts";

/** A promise that was not kept. */
export class BrokenPromise extends Error {}

/** What happened in one simulated service. */
export interface Course {
  readonly steps: number;
  readonly hours: number;
  readonly lookups: number;
}

const HONEST = 40;
const MINUTE = 60_000;

/**
 * Runs one service through outages, floods, changes and sleeps, and holds the promises against each
 * event.
 *
 * @param Memory the real one, or one with a fault
 * @param seed the whole course follows from it
 * @param steps how many requests, changes and moods
 * @throws BrokenPromise when one was not kept
 */
export async function simulate(
  Memory: typeof OriginMemory,
  seed: number,
  steps: number,
): Promise<Course> {
  const service = new Service(Memory, new Chance(seed));
  for (let step = 0; step < steps; step++) await service.step();
  return service.course(steps);
}

class Service {
  readonly #chance: Chance;
  readonly #clock = new WorldClock();
  readonly #store: WorldStore;
  readonly #memory: OriginMemory<unknown>;
  readonly #invariants: Invariants;
  readonly #pushes: boolean;
  /** Milliseconds between two events, and the share of made-up origins among requests. */
  #pace = 1000;
  #flood = 0;
  #phaseEnd = 0;
  #strangers = 0;

  constructor(Memory: typeof OriginMemory, chance: Chance) {
    this.#chance = chance;
    const isRoomy = chance.happens(0.7);
    const limits = limitsBy(chance, isRoomy);
    this.#store = new WorldStore(this.#clock, chance, limits.lookupTimeout);
    const source = { has: (origin: string) => this.#store.has(origin), keep: () => {} };
    this.#memory = new Memory(limits, source, this.#clock);
    this.#invariants = new Invariants(limits, this.#clock, this.#store, isRoomy);
    this.#pushes = chance.happens(0.5);
    for (let index = 0; index < HONEST / 2; index++) this.#store.add(`honest-${index}`);
  }

  async step(): Promise<void> {
    if (this.#clock.now() >= this.#phaseEnd) this.#turn();
    await this.#clock.moveTo(this.#clock.now() + this.#chance.between(0, 2 * this.#pace));
    if (this.#chance.happens(0.0005)) await this.#sleep();
    else if (this.#chance.happens(0.004)) this.#change();
    else if (this.#chance.happens(0.0008)) this.#forget();
    else await this.#ask();
    this.#invariants.checkSizes(this.#memory.stats(), HONEST);
    if (this.#invariants.broken !== undefined) throw new BrokenPromise(this.#invariants.broken);
  }

  course(steps: number): Course {
    return {
      steps,
      hours: this.#clock.now() / (60 * MINUTE),
      lookups: this.#memory.stats().lookups,
    };
  }

  /** A new phase: another mood of the store, another traffic. */
  #turn(): void {
    const moods: readonly [Mood, ...Mood[]] = [
      "up",
      "up",
      "up",
      "failing",
      "silent",
      "slow",
      "flaky",
    ];
    this.#store.turn(this.#chance.pick(moods));
    this.#phaseEnd = this.#clock.now() + this.#chance.between(MINUTE / 10, 10 * MINUTE);
    this.#pace = this.#chance.pick([5, 20, 100, 1000, 10_000]);
    this.#flood = this.#chance.pick([0, 0.5, 0.95, 0.99]);
  }

  async #ask(): Promise<void> {
    const isStranger = this.#chance.happens(this.#flood);
    const key = isStranger ? `evil-${this.#strangers++}` : `honest-${this.#chance.rank(HONEST)}`;
    const asked = this.#clock.now();
    const answer = this.#memory.allows(key, key, undefined);
    if (typeof answer === "boolean") {
      this.#invariants.check(key, asked, answer, true);
      return;
    }
    const check = (answer: Answer): void => this.#invariants.check(key, asked, answer, false);
    void answer.then(check, () => check("error"));
    await consequences();
  }

  #change(): void {
    const key = `honest-${this.#chance.rank(HONEST)}`;
    if (this.#store.since(key) === Infinity) this.#store.add(key);
    else this.#store.remove(key);
    if (!this.#pushes) return;
    // A store that can't say what has changed says that something has.
    const pushed = this.#chance.happens(0.3) ? undefined : key;
    this.#clock.after(this.#chance.between(0, 500), () => this.#forget(pushed));
  }

  #forget(key?: string): void {
    this.#memory.forget(key);
    this.#invariants.forgotten(key);
  }

  async #sleep(): Promise<void> {
    this.#invariants.jumpedAt = this.#clock.now();
    await this.#clock.jump(this.#chance.between(0, 300 * MINUTE));
    this.#invariants.jumpedAt = this.#clock.now();
  }
}

function limitsBy(chance: Chance, isRoomy: boolean): Limits {
  return {
    ttl: chance.pick([1000, 5000, 60_000, 600_000]),
    negativeTtl: chance.pick([0, 1000, 10_000, 300_000]),
    staleFor: chance.pick([0, 0, 1000, 60_000, 3_600_000]),
    maxEntries: isRoomy ? 2 * HONEST : chance.pick([1, 3, 10]),
    maxLookupsPerSecond: chance.pick([1, 5, 50]),
    lookupTimeout: chance.pick([200, 2000, 30_000]),
  };
}
