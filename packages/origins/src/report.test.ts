import { createCors } from "@crossgate/core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { originList } from "./list/origin-list.ts";
import { rememberedOrigins } from "./remembered-origins.ts";

const PAGE = "https://myapp.com";
const OTHER = "https://other.example";

/** A console may be anything that a test or a host has put there. */
function broken(): never {
  throw new Error("the console is broken");
}

const rejected = vi.fn<(reason: unknown) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(broken);
  vi.spyOn(console, "error").mockImplementation(broken);
  process.on("unhandledRejection", rejected);
});
afterEach(() => {
  process.off("unhandledRejection", rejected);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function seconds(count: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(count * 1000);
}

/** Node tells of a rejection that no one handles after its own turn, which no fake timer brings. */
async function realTurn(): Promise<void> {
  vi.useRealTimers();
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });
}

describe("H2: where the console throws", () => {
  it("a list whose load fails is loaded again", async () => {
    let isDown = true;
    const list = originList(() => {
      if (isDown) throw new Error("down");
      return { origins: [PAGE] };
    });
    await expect(list.ready()).rejects.toThrow("down");
    isDown = false;
    expect(await list.refresh()).toBe(true);
    expect(list(PAGE)).toBe(true);
    await seconds(31);
    expect(list.stats()).toMatchObject({ loads: 3, failures: 1 });
    list.stop();
    await realTurn();
    expect(rejected).not.toHaveBeenCalled();
  });

  it("a list of which entries are left out has been loaded", async () => {
    const list = originList(() => ({ origins: [PAGE, "nonsense"], version: "1" }));
    await list.ready();
    list.stop();
    expect([list(PAGE), list(OTHER)]).toEqual([true, false]);
    expect(list.stats()).toMatchObject({ origins: 1, leftOut: 1, loads: 1, failures: 0 });
  });

  it("an origin beyond the budget is denied, and the check has not failed", async () => {
    const origin = rememberedOrigins((asked) => asked === PAGE, { maxLookupsPerSecond: 1 });
    const cors = createCors({ origin });
    const reasons = [PAGE, OTHER, PAGE].map(async (from) => {
      const request = new Request("https://api.example.com", { headers: { origin: from } });
      return (await cors.check(request)).reason;
    });
    expect(await Promise.all(reasons)).toEqual([
      "origin-allowed",
      "origin-denied",
      "origin-allowed",
    ]);
  });

  it("a look-up goes on whose keep fails", async () => {
    expect(await rememberedOrigins(() => true, { keep: broken })(PAGE)).toBe(true);
  });

  it("a look-up behind a stale answer that fails leaves the answer", async () => {
    const lookUp = vi.fn<() => boolean>(() => true);
    const origin = rememberedOrigins(lookUp, { ttl: 1, staleFor: 60 });
    await origin(PAGE);
    await seconds(2);
    lookUp.mockImplementation(broken);
    expect(origin(PAGE)).toBe(true);
    await realTurn();
    expect(rejected).not.toHaveBeenCalled();
    expect(origin.stats()).toMatchObject({ lookups: 2, failures: 1 });
  });
});
