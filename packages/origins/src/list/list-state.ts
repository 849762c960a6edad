import { report } from "@crossgate/core/origin-entry";
import type { Clock } from "../clock.ts";
import { within } from "../within.ts";
import { applyList } from "./apply-list.ts";
import { ListedOrigins } from "./listed-origins.ts";
import type { ListLimits } from "./options.ts";
import { ReportedProblems } from "./reported-problems.ts";
import type { Task } from "./reload.ts";

/** What a load resolves to. */
export interface LoadedOrigins {
  /** Origins and patterns, as in a policy's `origin`. */
  readonly origins: Iterable<string>;
  /** A name for this state of the list; the next load gets it as `seen`. */
  readonly version?: string | undefined;
}

/** Loads the whole list, or resolves to `undefined` when the version that was `seen` still holds. */
export type LoadOrigins = (
  seen?: string,
) => LoadedOrigins | undefined | Promise<LoadedOrigins | undefined>;

/** What is in the list, and what was done since the start, as plain numbers. */
export interface OriginListStats {
  /** Origins without a wildcard. */
  readonly origins: number;
  readonly patterns: number;
  /** Entries of the last list that are no origins. */
  readonly leftOut: number;
  /** Loads that have begun. */
  readonly loads: number;
  /** Loads that failed. */
  readonly failures: number;
  /** Entries that came and went, all loads together. */
  readonly added: number;
  readonly removed: number;
  /** Seconds since the last good load began; `Infinity` before the first. */
  readonly age: number;
}

/** The list as it is, and how it is loaded once. */
export class ListState implements Task {
  readonly #load: LoadOrigins;
  readonly #limits: ListLimits;
  readonly #clock: Clock;
  readonly #listed = new ListedOrigins();
  readonly #problems = new ReportedProblems();
  #version: string | undefined;
  #loadedAt = -Infinity;
  /** Whether a load has failed since the last good one. */
  #hasFailed = false;
  #loads = 0;
  #failures = 0;
  #added = 0;
  #removed = 0;
  /** What the last load failed with. */
  error: unknown;

  constructor(load: LoadOrigins, limits: ListLimits, clock: Clock) {
    this.#load = load;
    this.#limits = limits;
    this.#clock = clock;
  }

  get isLoaded(): boolean {
    return this.#loadedAt > -Infinity;
  }

  /** Whether an origin is in the list: at once, or as a rejection when the list is too old. */
  allows(origin: string): boolean | Promise<boolean> {
    const { refreshEvery, staleFor, loadTimeout } = this.#limits;
    // As long as no load has failed, the next may still be under way, and this one too took its time.
    const late = this.#hasFailed ? staleFor : Math.max(staleFor, 2 * loadTimeout);
    if (this.#clock.now() - this.#loadedAt < refreshEvery + late) return this.#listed.has(origin);
    const message =
      "there is no list of origins, or it could not be loaded for longer than staleFor";
    return Promise.reject(new Error(message, { cause: this.error }));
  }

  async run(): Promise<boolean> {
    const at = this.#clock.now();
    const load = ++this.#loads;
    try {
      const loaded = await this.#ask();
      if (loaded) {
        const { added, removed, problems } = await applyList(this.#listed, loaded.origins, load);
        this.#added += added;
        this.#removed += removed;
        this.#problems.report(problems);
        this.#version = loaded.version;
      }
      this.#loadedAt = at;
      this.#hasFailed = false;
      return true;
    } catch (error) {
      this.#failures++;
      this.#hasFailed = true;
      this.error = error;
      report("the list of origins could not be loaded", error);
      return false;
    }
  }

  stats(): OriginListStats {
    return {
      ...this.#listed.counts,
      leftOut: this.#problems.count,
      loads: this.#loads,
      failures: this.#failures,
      added: this.#added,
      removed: this.#removed,
      age: (this.#clock.now() - this.#loadedAt) / 1000,
    };
  }

  async #ask(): Promise<LoadedOrigins | undefined> {
    const { loadTimeout } = this.#limits;
    const load = async (): Promise<unknown> => this.#load(this.#version);
    const loaded = await within(this.#clock, loadTimeout, load(), () => {
      return new Error(`no list came within ${loadTimeout / 1000} s (loadTimeout)`);
    });
    if (loaded === undefined && this.#version !== undefined) return undefined;
    if (isLoaded(loaded)) return loaded;
    throw new TypeError(
      `originList: load resolved to ${nameOf(loaded)}; resolve to { origins: […], version: "…" }, or to undefined while the version that it was given holds`,
    );
  }
}

type Given = Partial<Record<keyof LoadedOrigins, unknown>>;

function isLoaded(value: unknown): value is LoadedOrigins {
  const { origins, version } = (value ?? {}) as Given;
  return isList(origins) && (version === undefined || typeof version === "string");
}

function isList(origins: unknown): boolean {
  return typeof origins === "object" && origins !== null && Symbol.iterator in origins;
}

function nameOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const { origins, version } = value as Given;
  if (isList(origins)) return `a version that is no text (${typeof version})`;
  if (origins !== undefined) return `origins that are no list (${typeof origins})`;
  return `an object with ${Object.keys(value).slice(0, 5).join(", ") || "nothing"}`;
}
