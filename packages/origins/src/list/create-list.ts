import type { Clock } from "../clock.ts";
import { within } from "../within.ts";
import { ListState, type LoadOrigins, type OriginListStats } from "./list-state.ts";
import type { ListLimits } from "./options.ts";
import { Reload } from "./reload.ts";

/** An `origin` function that knows a whole list, and the handles of that list. */
export interface OriginList {
  /**
   * Whether an origin is in the list. It waits for the first load. When the list is too old it
   * rejects; a policy then denies the origin and reports the error.
   */
  (origin: string): boolean | Promise<boolean>;
  /** Resolves when there is a list. Rejects with what the load failed with, if it does. */
  ready(): Promise<void>;
  /**
   * Loads now; call it when the store says that something has changed. Resolves when a load that began
   * after the call was applied, to whether it succeeded. It never rejects: failures are reported.
   */
  refresh(): Promise<boolean>;
  /** Loads no more. The last list holds for its time. */
  stop(): void;
  /** Tells what is in the list and what was done, as plain numbers. */
  stats(): OriginListStats;
}

/** Makes a list of what its options became, on any clock, and begins to load it. */
export function createList(load: LoadOrigins, limits: ListLimits, clock: Clock): OriginList {
  const state = new ListState(load, limits, clock);
  const reload = new Reload(state, { every: limits.refreshEvery, clock });
  void reload.begin();
  const ready = async (): Promise<void> => {
    if (state.isLoaded || (await reload.begin())) return;
    throw state.error ?? new Error("the list was stopped before it was loaded");
  };
  const afterFirst = async (origin: string, load: Promise<boolean>): Promise<boolean> => {
    await within(clock, limits.loadTimeout, load, () => new Error("no list was loaded yet"));
    return state.allows(origin);
  };
  const allows = (origin: string): boolean | Promise<boolean> =>
    !state.isLoaded && reload.underWay ? afterFirst(origin, reload.underWay) : state.allows(origin);
  return Object.assign(allows, {
    ready,
    refresh: (): Promise<boolean> => reload.again(),
    stop: (): void => reload.stop(),
    stats: (): OriginListStats => state.stats(),
  });
}
