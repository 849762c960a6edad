import { CorsConfigError, createCors } from "@crossgate/core";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OriginList } from "./create-list.ts";
import type { LoadedOrigins, LoadOrigins } from "./list-state.ts";
import { originList } from "./origin-list.ts";

const PAGE = "https://myapp.com";
const OTHER = "https://other.example";

const lists: OriginList[] = [];
/** Every list is stopped after its test. */
function listOf(...given: Parameters<typeof originList>): OriginList {
  const list = originList(...given);
  lists.push(list);
  return list;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  for (const list of lists.splice(0)) list.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function seconds(count: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(count * 1000);
}

describe("G2: a list", () => {
  it("holds origins and patterns, as a policy's list does", async () => {
    const origins = [PAGE, "https://*.myapp.com", "http://localhost:*"];
    const list = listOf(async () => ({ origins }));
    await list.ready();
    const cors = createCors({ origin: origins as never });
    for (const origin of [
      PAGE,
      "https://a.b.myapp.com",
      "http://localhost:5173",
      "http://localhost",
      "https://evilmyapp.com",
      "https://*.myapp.com",
      "https://myapp.com.evil.example",
      "https://a.myapp.com:8443",
      "null",
      "",
    ]) {
      expect([origin, list(origin)]).toEqual([origin, cors.allows(origin)]);
    }
  });

  it("lets requests wait for the first load, and for no other", async () => {
    let answer: ((loaded: LoadedOrigins) => void) | undefined;
    const list = listOf(() => new Promise((resolve) => (answer = resolve)), { refreshEvery: 5 });
    const waiting = list(PAGE);
    await seconds(1);
    answer?.({ origins: [PAGE] });
    expect(await waiting).toBe(true);
    await seconds(5);
    expect(list.stats()).toMatchObject({ loads: 2 });
    expect(list(PAGE)).toBe(true);
  });

  it("is loaded every refreshEvery seconds, with the version that it gave last", async () => {
    const load = vi.fn<LoadOrigins>();
    load.mockResolvedValueOnce({ origins: [PAGE], version: "7" });
    load.mockResolvedValueOnce(undefined);
    load.mockResolvedValueOnce({ origins: [OTHER] });
    load.mockResolvedValueOnce({ origins: [PAGE] });
    const list = listOf(load, { refreshEvery: 30 });
    await list.ready();
    await seconds(29);
    expect(load).toHaveBeenCalledTimes(1);
    await seconds(1);
    expect([list(PAGE), list.stats().age]).toEqual([true, 0]);
    await seconds(31);
    expect([list(PAGE), list(OTHER)]).toEqual([false, true]);
    await seconds(31);
    expect(load.mock.calls).toEqual([[undefined], ["7"], ["7"], [undefined]]);
    expect(list.stats()).toMatchObject({ loads: 4, added: 3, removed: 2, origins: 1, failures: 0 });
  });

  it("becomes any other list, and ends as that list made at once would be", async () => {
    vi.useRealTimers();
    const entry = fc.constantFrom(
      "https://a.example",
      "https://b.example",
      "https://*.a.example",
      "https://*.x.a.example",
      "https://*.b.example:*",
      "https://b.example:*",
      "tauri://localhost",
      "https://A.example",
      "nonsense",
    );
    const lists = fc.array(fc.array(entry, { maxLength: 8 }), { minLength: 1, maxLength: 6 });
    const asked = [
      "https://a.example",
      "https://b.example",
      "https://b.example:8443",
      "https://x.a.example",
      "https://y.x.a.example",
      "https://z.y.x.a.example",
      "https://q.b.example:1",
      "tauri://localhost",
      "https://A.example",
      "nonsense",
    ];
    const property = fc.asyncProperty(lists, async (lists) => {
      let origins: readonly string[] = [];
      const list = listOf(async () => ({ origins }), { refreshEvery: 3600 });
      for (origins of lists) {
        await list.refresh();
        const valid = origins.filter((each) => /^[a-z*.:/]+$/.test(each) && each !== "nonsense");
        const fresh =
          valid.length > 0 ? createCors({ origin: [...valid] as never }) : { allows: () => false };
        expect(asked.map((each) => list(each))).toEqual(asked.map((each) => fresh.allows(each)));
        expect(list.stats()).toMatchObject({
          origins: new Set(valid.filter((each) => !each.includes("*"))).size,
          patterns: new Set(valid.filter((each) => each.includes("*"))).size,
        });
      }
      list.stop();
    });
    await fc.assert(property, { numRuns: 300 });
  });
});

describe("G2: a bad entry", () => {
  it("is left out and reported once; the rest holds", async () => {
    let origins: unknown[] = [PAGE, "HTTPS://Other.example/", "*", "null", 7, /^https:\/\/x\.com$/];
    const list = listOf(async () => ({ origins: origins as string[] }), { refreshEvery: 30 });
    await list.ready();
    expect([list(PAGE), list(OTHER), list("null")]).toEqual([true, false, false]);
    const [text] = vi.mocked(console.error).mock.calls[0] ?? [];
    expect(text).toContain('invalid "HTTPS://Other.example/"');
    expect(text).toContain('"https://other.example"');
    expect(text).toContain('prohibited "*"');
    await seconds(300);
    expect(console.error).toHaveBeenCalledOnce();
    expect(list.stats()).toMatchObject({ leftOut: 5, origins: 1 });

    origins = [PAGE, "*", "https://new.example/path"];
    await seconds(30);
    expect(console.error).toHaveBeenCalledTimes(2);
    expect(vi.mocked(console.error).mock.calls[1]?.[0]).toContain("new.example/path");
    expect(vi.mocked(console.error).mock.calls[1]?.[0]).not.toContain('"*"');
  });

  const throwing = {
    toString: () => {
      throw new Error("no text");
    },
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  it.each([
    ["a row of a table", Object.assign(Object.create(null), { origin: OTHER })],
    ["an object whose text throws", throwing],
    ["an object that can't be read", revoked.proxy],
    ["a symbol", Symbol(OTHER)],
    ["a hole", undefined],
  ])("may be anything, and the rest holds: %s", async (_, entry) => {
    const list = listOf(async () => ({ origins: [entry, PAGE] }));
    await list.ready();
    expect([list(PAGE), list.stats().leftOut, list.stats().failures]).toEqual([true, 1, 0]);
    expect(console.error).toHaveBeenCalledOnce();
  });

  it.each([
    [{ origins: PAGE }, "origins that are no list (string)"],
    [{ origins: [PAGE], version: 7 }, "a version that is no text (number)"],
    [[PAGE], "an object with 0"],
    [null, "null"],
  ])("a load of nonsense is told: %j", async (loaded, what) => {
    await expect(listOf(async () => loaded as never).ready()).rejects.toThrow(
      `originList: load resolved to ${what}; resolve to { origins: […], version: "…" }`,
    );
  });

  it("fills no log, however many there are", async () => {
    const origins = Array.from({ length: 5000 }, (_, index) => `bad ${index}\u202e\n`);
    const ready = listOf(async () => ({ origins })).ready();
    await seconds(1);
    await ready;
    const [text] = vi.mocked(console.error).mock.calls[0] ?? [];
    expect(String(text).split("\n")).toHaveLength(52);
    expect(text).toContain("and 4950 more");
  });
});

describe("G2: while loading fails", () => {
  it.each<readonly [string, LoadOrigins]>([
    ["throws", () => Promise.reject(new Error("the database is down"))],
    ["hangs", () => new Promise(() => {})],
    ["gives nonsense", async () => "https://myapp.com" as never],
    ["gives a text for a list", async () => ({ origins: PAGE as never })],
    ["gives a list without a name", async () => [PAGE] as never],
    ["breaks off in the middle", async () => ({ origins: halfOf() })],
  ])("the last list holds for staleFor, then no one is allowed: %s", async (_, fail) => {
    let load: LoadOrigins = async () => ({ origins: [PAGE] });
    const list = listOf((seen) => load(seen), { refreshEvery: 30, staleFor: 60, loadTimeout: 5 });
    await list.ready();
    load = fail;
    await seconds(89);
    expect([list(PAGE), list(OTHER)]).toEqual([true, false]);
    await seconds(2);
    await expect(list(PAGE)).rejects.toThrow("could not be loaded for longer than staleFor");
    const cors = createCors({ origin: list });
    const headers = { origin: PAGE };
    const verdict = await cors.check(new Request("https://api.example", { headers }));
    expect(verdict).toMatchObject({ allowed: false, reason: "origin-check-failed" });

    load = async () => ({ origins: [PAGE] });
    await seconds(31);
    expect(list(PAGE)).toBe(true);
  });

  it("is tried again after one second, two, four and so on up to refreshEvery", async () => {
    const at: number[] = [];
    const list = listOf(
      () => {
        // oxlint-disable-next-line no-restricted-properties -- the clock is vitest's
        at.push(Math.round(Date.now() / 1000));
        throw new Error("down");
      },
      { refreshEvery: 30 },
    );
    await seconds(100);
    expect(at.map((each) => each - (at[0] ?? 0))).toEqual([0, 1, 3, 7, 15, 31, 61, 91]);
    expect(list.stats()).toMatchObject({ failures: 8, age: Number.POSITIVE_INFINITY });
  });

  it("requests before the first list begin no load, and are denied at once", async () => {
    const list = listOf(() => Promise.reject(new Error("down")));
    await expect(list.ready()).rejects.toThrow("down");
    const { loads } = list.stats();
    for (let time = 0; time < 100; time++) await expect(list(PAGE)).rejects.toThrow("no list");
    expect(list.stats().loads).toBe(loads);
  });

  it("a list that comes too late changes nothing", async () => {
    let answer: ((loaded: LoadedOrigins) => void) | undefined;
    const load = vi.fn<LoadOrigins>();
    load.mockResolvedValueOnce({ origins: [PAGE] });
    load.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    load.mockResolvedValue({ origins: [PAGE] });
    const list = listOf(load, { refreshEvery: 5, loadTimeout: 2 });
    await list.ready();
    await seconds(10);
    answer?.({ origins: [OTHER] });
    await seconds(1);
    expect([list(PAGE), list(OTHER)]).toEqual([true, false]);
  });
});

describe("G2: refresh, ready and stop", () => {
  it("refresh resolves after a load that began after it, and calls are put together", async () => {
    const answers: ((loaded: LoadedOrigins) => void)[] = [];
    const list = listOf(() => new Promise((resolve) => answers.push(resolve)));
    const refreshed = Promise.all([list.refresh(), list.refresh(), list.refresh()]);
    answers[0]?.({ origins: [PAGE] });
    await seconds(1);
    expect([list(PAGE), answers.length]).toEqual([true, 2]);
    answers[1]?.({ origins: [OTHER] });
    expect(await refreshed).toEqual([true, true, true]);
    expect([list(PAGE), list(OTHER), answers.length]).toEqual([false, true, 2]);
  });

  it("refresh never rejects, since those who call it are often no one's await", async () => {
    const load = vi.fn<LoadOrigins>();
    load.mockResolvedValueOnce({ origins: [PAGE] }).mockRejectedValue(new Error("down"));
    const list = listOf(load);
    await list.ready();
    expect(await list.refresh()).toBe(false);
    expect(list(PAGE)).toBe(true);
  });

  it("stop ends the loading, and the last list holds for its time", async () => {
    const load = vi.fn<LoadOrigins>(async () => ({ origins: [PAGE] }));
    const list = listOf(load, { refreshEvery: 30, staleFor: 60 });
    await list.ready();
    list.stop();
    await seconds(89);
    expect([list(PAGE), load.mock.calls.length]).toEqual([true, 1]);
    await seconds(2);
    await expect(list(PAGE)).rejects.toThrow("staleFor");
    expect(await list.refresh()).toBe(false);
    expect(load).toHaveBeenCalledOnce();
  });

  it("options are refused all at once", () => {
    const options = { refreshEvery: 0, staleFor: "1h", loadTimeout: 0, every: 5 };
    const make = () => Reflect.apply(originList, undefined, ["list", options]);
    expect(make).toThrow(CorsConfigError);
    expect(make).toThrow(
      /originList\.load: .+\n.+refreshEvery: .+\n.+staleFor: .+\n.+loadTimeout: .+\n.+every: unknown/,
    );
  });
});

function* halfOf(): Generator<string> {
  yield OTHER;
  throw new Error("the cursor was closed");
}
