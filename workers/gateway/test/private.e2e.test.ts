import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CacheBench, PUBLIC } from "./cache-bench.ts";
import { ScenarioTable } from "./scenarios.ts";
import { LARGE } from "./upstream.ts";

const table = new ScenarioTable();
let bench: CacheBench;

beforeAll(async () => {
  bench = await CacheBench.start();
});
afterAll(async () => {
  table.print("Answers that are never stored, by how often the API was asked in four requests");
  await bench?.stop();
});

describe("a response that is not everyone's", () => {
  it.each<[string, string, string, Record<string, string>]>([
    ["private", "plain", "h=cache-control:private,%20max-age=60", {}],
    ["not marked", "plain", "h=etag:a", {}],
    ["closed to CDNs", "plain", `${PUBLIC}&h=cdn-cache-control:no-store`, {}],
    ["closed to Cloudflare", "plain", `${PUBLIC}&h=cloudflare-cdn-cache-control:no-store`, {}],
    ["with a cookie in it", "plain", `${PUBLIC}&h=set-cookie:a=1`, {}],
    ["with a cookie that is stripped", "stripped", `${PUBLIC}&h=set-cookie:a=1`, {}],
    ["to a request with a cookie", "plain", PUBLIC, { cookie: "a=1" }],
    ["to a request with a token", "plain", PUBLIC, { authorization: "Bearer x" }],
    ["to a field of the page's own", "plain", PUBLIC, { "x-own": "1" }],
    ["to a wish for a response of now", "plain", PUBLIC, { "cache-control": "no-cache" }],
    ["that varies beyond the key", "plain", `${PUBLIC}&h=vary:Accept-Language`, {}],
    ["that varies by an origin the API is told", "telling", `${PUBLIC}&h=vary:Origin`, {}],
    ["an error", "plain", `${PUBLIC}&status=404`, {}],
    ["where caching is off", "uncached", PUBLIC, {}],
  ])("%s is never stored", async (name, gateway, query, headers) => {
    const url = await bench.freshUrl(query, gateway);
    const times: unknown[] = [];
    for (let time = 1; time <= 4; time++) {
      const response = await bench.get(url, headers);
      times.push(((await response.json()) as { times: number }).times);
    }
    table.note(name, times.join(" "));
    expect(times).toEqual([1, 2, 3, 4]);
  });

  it("is too large, and still comes whole", async () => {
    const url = await bench.freshUrl("", "plain", "/large");
    for (let time = 0; time < 3; time++) {
      const response = await bench.get(url);
      expect(response.headers.get("cf-cache-status")).not.toBe("HIT");
      expect((await response.arrayBuffer()).byteLength).toBe(LARGE * 1024 * 1024);
    }
    await expect
      .poll(() => bench.gateways.log.join("\n"))
      .toContain("a body of more than 1048576 bytes");
  });

  it("and one with credentials is never taken from what others were given", async () => {
    const url = await bench.freshUrl(PUBLIC);
    await bench.untilCached(url);
    const asked = await bench.get(url, { cookie: "who=me" });
    expect(await asked.json()).toMatchObject({ headers: { cookie: "who=me" } });
    const after = await bench.get(url);
    expect(await after.text()).not.toContain("who=me");
  });

  it.each([
    ["x-own", "<script>"],
    ["user-agent", "<script>"],
    ["accept", "text/<script>"],
    ["accept-encoding", "script"],
    ["accept-language", "x-script"],
    ["via", "1.1 script"],
    ["sec-ch-ua", "script"],
    ["referer", "https://myapp.com/script"],
    ["if-none-match", '"script"'],
  ])("is no way to tell others something, in %s", async (name, value) => {
    const url = await bench.freshUrl(PUBLIC);
    for (let time = 0; time < 3; time++) await bench.get(url, { [name]: value });
    await bench.untilCached(url);
    expect(await (await bench.get(url)).text()).not.toContain("script");
    const again = await bench.get(url, { [name]: value });
    expect(again.status).toBe(200);
  });

  it.each([
    "cf-connecting-ip",
    "cf-connecting-ipv6",
    "cf-ipcountry",
    "cf-ray",
    "cf-visitor",
    "x-forwarded-for",
    "x-real-ip",
    "x-vercel-forwarded-for",
  ])("says nothing of who asked first, in %s", async (name) => {
    const url = await bench.freshUrl(PUBLIC);
    await bench.untilCached(url, { [name]: "203.0.113.7" });
    expect(await (await bench.get(url)).text()).not.toContain("203.0.113.7");
    expect(JSON.stringify(bench.upstream.seen.at(-1)?.headers)).not.toContain("203.0.113.7");
  });

  it("keeps nothing that the edge said of the request before", async () => {
    const url = await bench.freshUrl(`${PUBLIC}&h=cf-ray:before&h=cf-made-up:before`);
    await bench.untilCached(url);
    const { headers } = await bench.get(url);
    expect([headers.get("cf-ray"), headers.get("cf-made-up")]).toEqual([null, null]);
  });

  it("with stripped credentials is like any other", async () => {
    const url = await bench.freshUrl(PUBLIC, "stripped");
    await bench.untilCached(url, { cookie: "a=1", authorization: "Bearer x" });
    expect(await (await bench.get(url)).text()).not.toContain("Bearer");
  });

  it("broke off, and is not stored as if it were whole", async () => {
    const url = await bench.freshUrl("", "plain", "/reset");
    for (let time = 0; time < 3; time++) {
      const response = await bench.get(url);
      expect(response.headers.get("cf-cache-status")).not.toBe("HIT");
      await expect(response.text()).rejects.toThrow("terminated");
    }
    await expect.poll(() => bench.gateways.log.join("\n")).toContain("the cache was not filled");
  });
});
