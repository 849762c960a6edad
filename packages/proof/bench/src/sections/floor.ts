import { onFetch } from "../contenders/fetch.ts";
import { LOADS } from "../loads.ts";
import type { Comparison } from "../trial.ts";
import { trialsOf } from "./contenders.ts";

/** What has nothing between its turns but each other: the differences are small. */
const COMPARED = /^(least|crossgate) /;

/** The gate beside the least code that keeps its contract. */
export function floor(): readonly Comparison[] {
  const guarded = onFetch.guarded.filter(({ name }) => COMPARED.test(name));
  return LOADS.filter(({ name }) => name.startsWith("actual")).map((load) => ({
    load: load.name,
    trials: trialsOf({ ...onFetch, guarded }, load),
  }));
}
