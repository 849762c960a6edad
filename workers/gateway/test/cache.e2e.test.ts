import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CacheBench, OTHER, PAGE, PUBLIC } from "./cache-bench.ts";

/** What `fetch` adds, for the API is told it and the key has it. */
const AS_FETCH = { accept: "*/*", "accept-language": "*", "user-agent": "node" };

let bench: CacheBench;

beforeAll(async () => {
  bench = await CacheBench.start();
});
afterAll(async () => {
  await bench?.stop();
});

describe("a response that the API marked as everyone's", () => {
  it("comes from the cache for the second page, with that page's own headers", async () => {
    const url = await bench.freshUrl(
      `${PUBLIC}&h=vary:Origin&h=access-control-allow-origin:https://evil.com`,
    );
    const first = await bench.get(url);
    await bench.untilCached(url);
    const before = bench.upstream.seen.length;
    const second = await bench.get(url, { origin: OTHER });
    expect(bench.upstream.seen.length).toBe(before);
    expect(
      [first, second].map(({ headers }) => headers.get("access-control-allow-origin")),
    ).toEqual([PAGE, OTHER]);
    expect(second.headers.get("vary")).toBe("Origin");
    expect(await second.text()).toBe(await first.text());
    const denied = await bench.get(url, { origin: "https://evil.com" });
    expect([denied.status, denied.headers.has("access-control-allow-origin")]).toEqual([
      403,
      false,
    ]);
  });

  it.each([
    ["chunked", "etag"],
    ["gzip", "a weaker etag"],
    ["chunked&gzip", "a weaker etag"],
  ])("may be %s: what is stored is decoded, with %s", async (form, etag) => {
    const url = await bench.freshUrl(`${PUBLIC}&${form}&h=vary:accept-encoding&h=etag:"a"`);
    const whole = await (await bench.get(url, { "accept-encoding": "gzip" })).text();
    await bench.untilCached(url);
    for (const accepted of ["gzip", "identity"]) {
      const cached = await bench.get(url, { "accept-encoding": accepted });
      expect(await cached.text()).toBe(whole);
      expect(cached.headers.get("etag")).toBe(etag === "etag" ? '"a"' : 'W/"a"');
    }
  });

  it("may be open to CDNs alone, and says to the visitor what the API said", async () => {
    const url = await bench.freshUrl(
      "h=cache-control:private,%20max-age=9&h=cdn-cache-control:max-age=60",
    );
    await bench.untilCached(url);
    const { headers } = await bench.get(url);
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "private, max-age=9",
      "cdn-cache-control": "max-age=60",
    });
    expect([...headers.keys()].filter((name) => name.startsWith("x-crossgate"))).toEqual([]);
  });

  it("answers a range and a condition", async () => {
    const url = await bench.freshUrl(`${PUBLIC}&h=etag:"a"`);
    await bench.untilCached(url);
    const part = await bench.get(url, { range: "bytes=0-8" });
    expect([part.status, await part.text()]).toEqual([206, '{"method"']);
    // Not by fetch, which asks for no-cache together with a condition of one's own.
    const headers = { ...AS_FETCH, origin: PAGE, "if-none-match": '"a"' };
    const [unchanged] = (await once(request(url, { headers }).end(), "response")) as [
      IncomingMessage,
    ];
    unchanged.resume();
    const { statusCode, headers: answered } = unchanged;
    expect([statusCode, answered["access-control-allow-origin"]]).toEqual([304, PAGE]);
  });

  it("is forgotten when its URL is written to, in every form", async () => {
    const url = await bench.freshUrl(PUBLIC);
    const forms: Record<string, string>[] = [{}, { accept: "text/plain" }];
    for (const headers of forms) await bench.untilCached(url, headers);
    await bench.get(url, {}, "DELETE");
    for (const headers of forms) {
      const after = await bench.get(url, headers);
      expect(after.headers.get("cf-cache-status")).not.toBe("HIT");
      expect(await after.json()).toMatchObject({ method: "GET" });
    }
  });

  it("is asked for again by a reload", async () => {
    const url = await bench.freshUrl(PUBLIC);
    await bench.untilCached(url);
    const reloaded = await bench.get(url, { "cache-control": "no-cache" });
    expect(reloaded.headers.get("cf-cache-status")).not.toBe("HIT");
  });
});
