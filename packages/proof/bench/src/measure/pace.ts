import type { SectionName } from "../sections/index.ts";
import type { Pace } from "./time.ts";

/** How many processes of each runtime are asked. */
export const TIMES_STARTED = 5;

/** In a process whose clock can be trusted. */
export const PROCESS_PACE: Pace = { rounds: 21, turnNanoseconds: 5e6 };
/**
 * Over HTTP, where more rounds make up for the noise of the round trips. A turn is short, because on
 * workerd a longer one meets a collection of garbage or two, and how many is chance.
 */
export const HTTP_PACE: Pace = { rounds: 15, turnNanoseconds: 10e6 };

/** Sections whose contenders differ by less than one noisy round does. */
const FINE: readonly SectionName[] = ["floor", "trying"];
export const FINE_FACTOR = 3;

/** The pace of one section. */
export function paceOf(section: SectionName, { rounds, turnNanoseconds }: Pace): Pace {
  const factor = FINE.includes(section) ? FINE_FACTOR : 1;
  return { rounds: rounds * factor, turnNanoseconds };
}
