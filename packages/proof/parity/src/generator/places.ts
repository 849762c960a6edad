import type { Place } from "@crossgate/browser/fixtures/scenario";
import type { Random } from "./random.ts";

/** Where a request goes first: mostly to another origin. */
export const firstPlace = (random: Random): Place =>
  random.weigh([
    [50, "port"],
    [18, "host"],
    [14, "other"],
    [14, "page"],
  ]);

/** Where a redirect leads. */
export const laterPlace = (random: Random): Place =>
  random.weigh([
    [35, "port"],
    [22, "host"],
    [15, "other"],
    [28, "page"],
  ]);
