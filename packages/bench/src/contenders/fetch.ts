import { application } from "../application.ts";
import type { Family } from "../contender.ts";
import { cors } from "../policy.ts";
import { byHand } from "./by-hand.ts";

/** A handler and nothing else. */
export const onFetch: Family = {
  bare: { name: "bare handler", handle: application },
  guarded: [
    { name: "set by hand", handle: byHand },
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
