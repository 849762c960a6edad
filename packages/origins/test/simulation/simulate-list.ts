import type { createList, OriginList } from "../../src/list/create-list.ts";
import type { LoadedOrigins } from "../../src/list/list-state.ts";
import type { ListLimits } from "../../src/list/options.ts";
import { Chance } from "./chance.ts";
import { BrokenPromise, type Course } from "./simulate.ts";
import { consequences, WorldClock } from "./world-clock.ts";
import { LATENCY, type Mood } from "./world-store.ts";

const POPULATION = 12;
const MINUTE = 60_000;

/** How each promise is told to be broken. */
export const LIST_PROMISES = [
  "loads follow each other without a pause",
  "two loads at once",
  "allowed for too long",
  "allowed after a refresh that no longer had it",
  "denied though the list has it",
  "denied though the store has long been up",
  "waited for longer than loadTimeout",
] as const;

/**
 * Runs one server whose list is loaded again and again, through outages and changes, and holds the
 * promises against each answer.
 *
 * @throws BrokenPromise when one was not kept
 */
export async function simulateList(
  create: typeof createList,
  seed: number,
  steps: number,
): Promise<Course> {
  const server = new Server(create, new Chance(seed));
  for (let step = 0; step < steps; step++) await server.step();
  return server.course(steps);
}

class Server {
  readonly #chance: Chance;
  readonly #clock = new WorldClock();
  readonly #limits: ListLimits;
  readonly #list: OriginList;
  readonly #since = new Map<string, number>();
  readonly #removed = new Map<string, number>();
  #version = 0;
  #mood: Mood = "up";
  #upSince = 0;
  #phaseEnd = 0;
  #lookups = 0;
  #begun = -Infinity;
  /** When the loads began that have not ended. */
  readonly #open = new Set<number>();
  /** When the last load began that was given out whole. */
  #goodAt = -Infinity;
  #refreshedAt = -Infinity;
  #isPushed = false;
  #broken: string | undefined;

  constructor(create: typeof createList, chance: Chance) {
    this.#chance = chance;
    this.#limits = {
      refreshEvery: chance.pick([1000, 5000, 30_000]),
      staleFor: chance.pick([0, 5000, 300_000]),
      loadTimeout: chance.pick([200, 10_000]),
    };
    for (let index = 0; index < POPULATION; index += 2) this.#since.set(nameOf(index), 0);
    this.#list = create((seen) => this.#load(seen), this.#limits, this.#clock);
  }

  async step(): Promise<void> {
    if (this.#clock.now() >= this.#phaseEnd) this.#turn();
    await this.#clock.moveTo(this.#clock.now() + this.#chance.between(0, 2000));
    await consequences();
    if (this.#chance.happens(0.1)) this.#change();
    else if (this.#chance.happens(0.02)) void this.#refresh();
    else this.#ask();
    await consequences();
    if (this.#broken !== undefined) throw new BrokenPromise(this.#broken);
  }

  course(steps: number): Course {
    return { steps, hours: this.#clock.now() / (60 * MINUTE), lookups: this.#lookups };
  }

  #turn(): void {
    const moods: readonly [Mood, ...Mood[]] = ["up", "up", "failing", "silent", "slow"];
    const mood = this.#chance.pick(moods);
    if (mood === "up" && this.#mood !== "up") this.#upSince = this.#clock.now();
    this.#mood = mood;
    this.#phaseEnd = this.#clock.now() + this.#chance.between(1000, 2 * MINUTE);
  }

  #change(): void {
    const name = nameOf(this.#chance.below(POPULATION));
    this.#version++;
    if (this.#since.delete(name)) this.#removed.set(name, this.#clock.now());
    else this.#since.set(name, this.#clock.now());
  }

  async #refresh(): Promise<void> {
    const called = this.#clock.now();
    this.#isPushed = true;
    if (await this.#list.refresh()) this.#refreshedAt = Math.max(this.#refreshedAt, called);
  }

  async #load(seen: string | undefined): Promise<LoadedOrigins | undefined> {
    const at = this.#clock.now();
    const mood = this.#mood;
    this.#lookups++;
    this.#checkLoad(at);
    const read = (): LoadedOrigins | undefined =>
      seen === String(this.#version)
        ? undefined
        : { origins: [...this.#since.keys()], version: String(this.#version) };
    if (mood === "silent") return new Promise<never>(() => {});
    const before = read();
    const longest = mood === "slow" ? 3 * this.#limits.loadTimeout : LATENCY;
    const takes = this.#chance.between(0, longest);
    await new Promise<void>((resolve) => {
      this.#clock.after(takes, resolve);
    });
    this.#open.delete(at);
    if (mood === "failing") throw new Error("the database is down");
    if (takes < this.#limits.loadTimeout) this.#goodAt = Math.max(this.#goodAt, at);
    // An early read is as good as a late one, unless the version differs.
    return this.#chance.happens(0.5) ? before : read();
  }

  #checkLoad(at: number): void {
    const { refreshEvery, loadTimeout } = this.#limits;
    const isTooSoon = at - this.#begun < Math.min(1000, refreshEvery) && !this.#isPushed;
    this.#hold(!isTooSoon, "loads follow each other without a pause");
    this.#isPushed = false;
    const underWay = [...this.#open].filter((began) => at - began < loadTimeout);
    this.#hold(underWay.length === 0, "two loads at once");
    this.#begun = at;
    this.#open.add(at);
  }

  #ask(): void {
    const name = nameOf(this.#chance.below(POPULATION));
    const asked = this.#clock.now();
    const answer = this.#list(name);
    if (typeof answer === "boolean") this.#check(name, asked, answer, true);
    else {
      void answer.then(
        (settled) => this.#check(name, asked, settled, false),
        () => this.#check(name, asked, "error", false),
      );
    }
  }

  #check(name: string, asked: number, answer: boolean | "error", atOnce: boolean): void {
    const { refreshEvery, staleFor, loadTimeout } = this.#limits;
    const now = this.#clock.now();
    const since = this.#since.get(name) ?? Infinity;
    const lastHad = since < Infinity ? now : (this.#removed.get(name) ?? -Infinity);
    if (answer === true) {
      const longest = refreshEvery + Math.max(staleFor, 2 * loadTimeout);
      this.#hold(now - lastHad <= longest, "allowed for too long", name);
      const isGone = lastHad < this.#refreshedAt && this.#refreshedAt < asked;
      this.#hold(!isGone, "allowed after a refresh that no longer had it", name);
      return;
    }
    const isKnown = since < this.#goodAt && asked - this.#goodAt > LATENCY;
    const isFresh = isKnown && asked - this.#goodAt < refreshEvery + staleFor;
    this.#hold(!(isFresh && atOnce), "denied though the list has it", name);
    const recovered = this.#upSince + loadTimeout + refreshEvery + 2 * LATENCY;
    const isBack = this.#mood === "up" && since < this.#upSince && asked > recovered;
    this.#hold(!isBack, "denied though the store has long been up", name);
    this.#hold(now - asked <= loadTimeout, "waited for longer than loadTimeout", name);
  }

  #hold(isTrue: boolean, promise: (typeof LIST_PROMISES)[number], name = ""): void {
    if (!isTrue) this.#broken ??= `${promise} ${name}`.trim();
  }
}

function nameOf(index: number): string {
  return index % 3 === 0 ? `https://a.b.list-${index}.example` : `https://list-${index}.example`;
}
