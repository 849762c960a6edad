import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchange } from "./exchange.ts";
import { serveAssets, type Served } from "./serve.ts";

/** What every page may load, read and measure. */
const PUBLIC = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  "timing-allow-origin": "*",
  "x-content-type-options": "nosniff",
};

let served: Served;

beforeAll(async () => {
  served = await serveAssets();
  const { bucket } = served;
  await bucket.put("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
  await bucket.put("own.css", "p {}", { httpMetadata: { cacheControl: "max-age=60" } });
  await bucket.put("empty.txt", "");
  await bucket.put("notes.txt", new Uint8Array(gzipSync("hello gzip")), {
    httpMetadata: { contentEncoding: "gzip", contentType: "text/plain" },
  });
});
afterAll(async () => {
  await served?.server.close();
});

describe("what is stored", () => {
  it.each([
    ["/logo.svg", "image/svg+xml", "public, no-cache", "bytes"],
    ["/own.css", "text/css; charset=utf-8", "max-age=60", "bytes"],
    ["/static/greeting.js", "text/javascript; charset=utf-8", "public, no-cache", "none"],
  ])("%s is %s, %s", async (path, type, cacheControl, ranges) => {
    const answer = await exchange(served, path, { origin: "https://myapp.com" });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      "content-type": type,
      "cache-control": cacheControl,
      "accept-ranges": ranges,
    });
    expect(answer.headers["content-security-policy"]).toContain("sandbox");
    expect(answer.headers).toMatchObject(PUBLIC);
    expect(answer.headers["vary"]).toBeUndefined();
    const again = await exchange(served, path, { "if-none-match": answer.headers.etag ?? "" });
    expect(again.status).toBe(304);
    expect(again.headers).toMatchObject(PUBLIC);
  });

  it("what was deployed is answered whole, and has its conditions", async () => {
    const answer = await exchange(served, "/static/greeting.js", { range: "bytes=0-1" });
    expect(answer.status).toBe(200);
    expect(String(answer.body)).toContain("hello world");
    const refused = await exchange(served, "/static/greeting.js", { "if-match": '"x"' });
    expect(refused.status).toBe(412);
  });

  it("what is stored compressed is sent as it is, once compressed", async () => {
    const { headers, body } = await exchange(served, "/notes.txt", { "accept-encoding": "gzip" });
    expect(headers["content-encoding"]).toBe("gzip");
    expect(body.equals(gzipSync("hello gzip"))).toBe(true);
    expect(await (await fetch(new URL("/notes.txt", served.url))).text()).toBe("hello gzip");
  });

  it("nothing has no range", async () => {
    expect((await exchange(served, "/empty.txt")).headers["content-length"]).toBe("0");
    const answer = await exchange(served, "/empty.txt", { range: "bytes=0-" });
    expect(answer.status).toBe(416);
    expect(answer.headers["content-range"]).toBe("bytes */0");
    expect((await exchange(served, "/empty.txt", { range: "bytes=-1" })).status).toBe(200);
  });
});
