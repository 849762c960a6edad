import type { EngineName } from "../engines/engine.ts";
import type { Judge } from "./judge.ts";
import type { Amounts } from "./judges.ts";
import {
  judgeOfConsoles,
  judgeOfCookies,
  judgeOfLocalNetwork,
  judgesOfRequests,
} from "./judges.ts";
import { loadPlant } from "./load-plant.ts";
import type { Plant } from "./plants.ts";

/** Enough for what is common, and for all. */
const some: Amounts = { fetches: 500, contexts: 228, cookies: 250, lines: 0 };
const many: Amounts = { fetches: 2000, contexts: 1010, cookies: 1010, lines: 150 };

/** After how many disagreements a plant is caught, and judged no further. */
export const enough = 20;

/** Counts the cases that tell a planted model from the browsers, until they are enough. */
export type Catcher = (planted: Plant) => Promise<number>;

/**
 * Lets real browsers run generated cases once. Every planted model is then held against them: first
 * the cases that are about the plant's own step, then all others.
 *
 * @param isWhole whether to run many cases, and to read consoles
 * @returns undefined without a browser
 */
export async function catcherOf(
  seed: number,
  engines: readonly EngineName[],
  isWhole: boolean,
): Promise<Catcher | undefined> {
  const judges = await judgesOf(engines, seed, isWhole ? many : some);
  if (!judges) return undefined;
  return async (one) => {
    const planted = await loadPlant(one);
    let count = 0;
    for (const judge of ownFirst(judges, one.step)) {
      if (count < enough) count += await judge.count(planted, enough - count);
    }
    return count;
  };
}

async function judgesOf(
  engines: readonly EngineName[],
  seed: number,
  amounts: Amounts,
): Promise<readonly Judge[] | undefined> {
  const judges: Judge[] = [];
  for (const engine of engines) {
    const ofRequests = await judgesOfRequests(engine, seed, amounts);
    const ofCookies = await judgeOfCookies(engine, seed, amounts);
    const ofConsoles = amounts.lines > 0 ? await judgeOfConsoles(engine, seed, amounts) : undefined;
    if (!ofRequests || !ofCookies) return undefined;
    judges.push(...ofRequests, ofCookies, ...(ofConsoles ? [ofConsoles] : []));
  }
  return [...judges, await judgeOfLocalNetwork()];
}

function ownFirst(judges: readonly Judge[], step: string): readonly Judge[] {
  const isOwn = ({ about }: Judge): boolean => step.startsWith(about);
  return judges.toSorted((one, other) => Number(isOwn(other)) - Number(isOwn(one)));
}
