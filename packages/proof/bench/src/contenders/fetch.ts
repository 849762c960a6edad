import { application } from "../application.ts";
import type { Family } from "../contender.ts";
import { cors } from "../policy.ts";
import { byHand, byHandWithCare } from "./by-hand.ts";
import { leastCheck, leastWrap } from "./least.ts";

/** A handler and nothing else. */
export const onFetch: Family = {
  bare: { name: "bare handler", handle: application },
  guarded: [
    { name: "set by hand", handle: byHand(application) },
    { name: "by hand, R3 R4 R6 kept", handle: byHandWithCare(application) },
    { name: "least wrap", handle: leastWrap(application) },
    {
      name: "least check, apply",
      handle: (request) => {
        const verdict = leastCheck(request);
        return verdict.response ?? verdict.apply(application());
      },
    },
    { name: "crossgate wrap", handle: cors.wrap(application) },
    {
      name: "crossgate check, apply",
      handle: (request) => {
        const verdict = cors.check(request);
        return verdict.response ?? verdict.apply(application());
      },
    },
  ],
};
