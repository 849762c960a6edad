import type { Clock } from "../clock.ts";
import { within } from "../within.ts";
import { ListState, type LoadOrigins, type OriginListStats } from "./list-state.ts";
import type { ListLimits } from "./options.ts";
import type { OriginList } from "./origin-list.ts";
import { Reload } from "./reload.ts";

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
