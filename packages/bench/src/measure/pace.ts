import type { Pace } from "./time.ts";

/** In a process whose clock can be trusted. */
export const PROCESS_PACE: Pace = { rounds: 35, turnNanoseconds: 5e6 };
/** Over HTTP, where a turn has to outweigh the noise of a round trip. */
export const HTTP_PACE: Pace = { rounds: 21, turnNanoseconds: 20e6 };
