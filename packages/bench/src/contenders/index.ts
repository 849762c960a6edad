import type { Contender } from "../contender.ts";
import { bare } from "./bare.ts";
import { byHand } from "./by-hand.ts";
import { checkApply } from "./check-apply.ts";
import { wrap } from "./wrap.ts";

export { bare, byHand };

/** The yardsticks first. */
export const CONTENDERS: readonly Contender[] = [bare, byHand, wrap, checkApply];
