import { lineOf } from "./console/line-of.ts";
import { explainFailure } from "./explain.ts";
import type { Words } from "./words.ts";

/** The console lines of every browser, and an explanation with a cure. */
export const fullWords: Words = {
  message: (failure, exchange) => lineOf(failure, exchange, exchange.profile),
  explain: explainFailure,
};
