import { createCors } from "@crossgate/core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type LookUpAnswer, rememberedOrigins } from "./remembered-origins.ts";

const PAGE = "https://myapp.com";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("G1: what a look-up answers", () => {
  it.each([
    [true, true],
    [1, true],
    [PAGE, true],
    [false, false],
    [0, false],
    [null, false],
    [undefined, false],
    ["", false],
    ["1", false],
    [`${PAGE}.evil.example`, false],
    ["*", false],
  ])("%j means %j, at once or as a promise", async (answer, allowed) => {
    expect(await rememberedOrigins(() => answer)(PAGE)).toBe(allowed);
    expect(await rememberedOrigins(async () => answer)(PAGE)).toBe(allowed);
  });

  it.each([
    [{ found: false }],
    [[]],
    [[PAGE]],
    [2],
    [Number.NaN],
    [1n],
    [Symbol("yes")],
    [() => true],
  ])("%o is no answer: the origin is denied, and the reason reported", async (answer) => {
    const origin = rememberedOrigins(() => answer as LookUpAnswer);
    await expect(origin(PAGE)).rejects.toThrow(/answered with .+; answer true or false/);
    expect(await createCors({ origin }).allows(PAGE)).toBe(false);
  });
});

describe("G1: what is known", () => {
  it("is answered at once, and is asked for once", async () => {
    const lookUp = vi.fn<() => Promise<boolean>>(async () => true);
    const origin = rememberedOrigins(lookUp);
    expect(await origin(PAGE)).toBe(true);
    expect(origin(PAGE)).toBe(true);
    expect(lookUp).toHaveBeenCalledExactlyOnceWith(PAGE, undefined);
    expect(origin.stats()).toEqual({
      allowed: 1,
      denied: 0,
      underWay: 0,
      lookups: 1,
      failures: 0,
      remembered: 1,
      timeouts: 0,
      overBudget: 0,
    });
  });

  it("belongs to one call of rememberedOrigins", async () => {
    const yes = rememberedOrigins(() => true);
    const no = rememberedOrigins(() => false);
    expect([await yes(PAGE), await no(PAGE), yes(PAGE), no(PAGE)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it("belongs to the key, so that no tenant has another's answer", async () => {
    const origin = rememberedOrigins<{ tenant: string }>((_, { tenant }) => tenant === "acme", {
      key: (origin, { tenant }) => `${tenant} ${origin}`,
    });
    for (let time = 0; time < 2; time++) {
      expect(await origin(PAGE, { tenant: "acme" })).toBe(true);
      expect(await origin(PAGE, { tenant: "other" })).toBe(false);
    }
    origin.forget(`acme ${PAGE}`);
    expect(origin(PAGE, { tenant: "acme" })).toBeInstanceOf(Promise);
    expect(origin(PAGE, { tenant: "other" })).toBe(false);
  });

  it.each([[undefined], [null], [{}], [7]])("is under no key that is %j", async (key) => {
    const lookUp = vi.fn<() => boolean>(() => true);
    const origin = rememberedOrigins(lookUp, { key: () => key as string });
    expect(await createCors({ origin }).allows(PAGE)).toBe(false);
    expect(lookUp).not.toHaveBeenCalled();
  });

  it("is never about null, which every sandboxed page shares", async () => {
    const lookUp = vi.fn<() => boolean>(() => true);
    expect(rememberedOrigins(lookUp)("null")).toBe(false);
    expect(lookUp).not.toHaveBeenCalled();
  });
});

describe("G1: one failed look-up under a flood", () => {
  it.each([
    ["fails", () => Promise.reject(new Error("the store is down"))],
    ["hangs", () => new Promise<boolean>(() => {})],
  ])("that %s keeps an allowed origin out until the next, and not longer", async (_, fail) => {
    let next: (() => Promise<boolean>) | undefined;
    const lookUp = (origin: string): Promise<boolean> => {
      if (origin !== PAGE) return Promise.resolve(false);
      const answer = next ?? (() => Promise.resolve(true));
      next = undefined;
      return answer();
    };
    const origin = rememberedOrigins(lookUp, { ttl: 60, maxLookupsPerSecond: 5 });
    const ask = async (): Promise<boolean> => {
      const answer = Promise.resolve(origin(PAGE)).catch(() => false);
      await vi.advanceTimersByTimeAsync(0);
      return Promise.race([answer, Promise.resolve(false)]);
    };
    let strangers = 0;
    const denied: number[] = [];
    await origin(PAGE);
    for (let second = 0; second < 3600; second += 0.1) {
      for (let each = 0; each < 3; each++) void origin(`https://evil-${strangers++}.example`);
      if (Math.abs(second - 30) < 0.01) next = fail;
      if (!(await ask())) denied.push(second);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(denied.length).toBeGreaterThan(0);
    expect((denied.at(-1) ?? 0) - (denied[0] ?? 0)).toBeLessThan(2.2);
  });
});

describe("G3: what cannot be asked", () => {
  it("is denied with origin-check-failed after lookupTimeout, and the handler answers", async () => {
    const origin = rememberedOrigins(() => new Promise<boolean>(() => {}), { lookupTimeout: 0.5 });
    const cors = createCors({ origin });
    const request = new Request("https://api.example", { headers: { origin: PAGE } });
    const verdict = cors.check(request);
    await vi.advanceTimersByTimeAsync(500);
    expect(await verdict).toMatchObject({ allowed: false, reason: "origin-check-failed" });
    const answer = cors.wrap(() => new Response("data"))(request);
    await vi.advanceTimersByTimeAsync(500);
    expect((await answer).status).toBe(200);
    expect((await answer).headers.has("access-control-allow-origin")).toBe(false);
    expect(origin.stats()).toMatchObject({ timeouts: 2, underWay: 1 });
  });

  it("is denied when the look-up throws, and is asked again", async () => {
    const lookUp = vi.fn<() => boolean>(() => {
      throw new Error("not connected");
    });
    const origin = rememberedOrigins(lookUp);
    await expect(origin(PAGE)).rejects.toThrow("not connected");
    lookUp.mockReturnValue(true);
    expect(await origin(PAGE)).toBe(true);
    expect(origin.stats()).toMatchObject({ lookups: 2, failures: 1 });
  });

  it("is told once a second and not for each request, where the budget is spent", async () => {
    const origin = rememberedOrigins(() => false, { maxLookupsPerSecond: 1 });
    for (let each = 0; each < 100; each++) void origin(`https://evil-${each}.example`);
    expect(console.warn).toHaveBeenCalledOnce();
    expect(origin.stats()).toMatchObject({ lookups: 1, overBudget: 99 });
    vi.advanceTimersByTime(1000);
    void origin("https://evil-100.example");
    void origin("https://evil-101.example");
    expect(console.warn).toHaveBeenCalledTimes(2);
  });
});

describe("G1: keep", () => {
  it("gets each look-up with its context, as a promise that never rejects", async () => {
    const kept: [Promise<unknown>, unknown][] = [];
    const origin = rememberedOrigins<string>(() => Promise.reject(new Error("down")), {
      keep: (lookUp, context) => kept.push([lookUp, context]),
    });
    await expect(origin(PAGE, "ctx")).rejects.toThrow("down");
    expect(kept.map(([, context]) => context)).toEqual(["ctx"]);
    await expect(kept[0]?.[0]).resolves.toBeUndefined();
  });

  it("that throws is reported, and the look-up goes on", async () => {
    const origin = rememberedOrigins(() => true, {
      keep: () => {
        throw new Error("no request is under way");
      },
    });
    expect(await origin(PAGE)).toBe(true);
    expect(console.error).toHaveBeenCalledExactlyOnceWith(
      "crossgate: keep failed; the look-up goes on without it",
      new Error("no request is under way"),
    );
  });
});

describe("G1: forget", () => {
  it("asks again at once about a removed origin, and about one that was added", async () => {
    const table = new Set([PAGE]);
    const origin = rememberedOrigins((each) => table.has(each), { staleFor: 300 });
    const added = "https://new.example";
    expect([await origin(PAGE), await origin(added)]).toEqual([true, false]);
    table.delete(PAGE);
    table.add(added);
    expect([await origin(PAGE), await origin(added)]).toEqual([true, false]);
    origin.forget(PAGE);
    origin.forget(added);
    expect([await origin(PAGE), await origin(added)]).toEqual([false, true]);
    table.clear();
    origin.forget();
    expect(await origin(added)).toBe(false);
  });

  it("gives an added origin a look-up outside of the budget, once", async () => {
    const table = new Set<string>();
    const origin = rememberedOrigins((each) => table.has(each), { maxLookupsPerSecond: 1 });
    expect(await origin(PAGE)).toBe(false);
    table.add(PAGE);
    origin.forget(PAGE);
    expect(await origin(PAGE)).toBe(true);
    expect(await origin("https://evil.example")).toBe(false);
    expect(origin.stats()).toMatchObject({ lookups: 2, overBudget: 1 });
  });
});
