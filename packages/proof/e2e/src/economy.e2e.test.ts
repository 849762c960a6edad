import { beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "@crossgate/testkit/chromium";
import {
  countPreflights,
  type PolicyName,
  type PreflightCount,
} from "@crossgate/testkit/preflights";

describe.skipIf(!hasChromium())("preflights of a session of twenty requests in Chromium", () => {
  let counts: readonly PreflightCount[];

  beforeAll(async () => {
    ({ counts } = await countPreflights());
  });

  function countOf(name: PolicyName): Pick<PreflightCount, "atOnce" | "withBreak"> {
    const { atOnce, withBreak } = counts.find(({ policy }) => policy === name)!;
    return { atOnce, withBreak };
  }

  it("is one per resource and conditional request under Crossgate's defaults, also after a break", () => {
    expect(countOf("Crossgate")).toEqual({ atOnce: 6, withBreak: 6 });
  });

  it.each(["hono/cors", "cors (Express)"] as const)("is at most half of %s's", (peer) => {
    expect(countOf("Crossgate").atOnce).toBeLessThanOrEqual(countOf(peer).atOnce / 2);
    expect(countOf("Crossgate").withBreak).toBeLessThanOrEqual(countOf(peer).withBreak / 2);
  });
});
