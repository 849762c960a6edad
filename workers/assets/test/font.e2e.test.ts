import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Exchange, exchange } from "./exchange.ts";
import { FONT, FOUND, REFUSED, SIZE, type Validators } from "./font-requests.ts";
import { readFont, serveAssets, type Served } from "./serve.ts";

let served: Served;
let font: Uint8Array;
let validators: Validators;
const table: object[] = [];

beforeAll(async () => {
  served = await serveAssets();
  font = await readFont();
  const { httpEtag, uploaded } = await served.bucket.put(FONT.slice(1), font);
  validators = { etag: httpEtag, modified: new Date(uploaded).toUTCString() };
});
afterAll(async () => {
  console.table(table);
  await served?.server.close();
});

async function ask(name: string, headers = {}, method = "GET"): Promise<Exchange> {
  const origin = "https://myapp.com";
  const answer = await exchange(served, FONT, { origin, ...headers }, method);
  table.push({
    request: name,
    status: answer.status,
    bytes: answer.body.length,
    "content-range": answer.headers["content-range"] ?? "",
    "cache-control": answer.headers["cache-control"],
  });
  // Every page may read each response, and it is the same for all of them (R1).
  expect(answer.headers["access-control-allow-origin"]).toBe("*");
  expect(answer.headers["access-control-expose-headers"]).toContain("content-range");
  expect(answer.headers["vary"]).toBeUndefined();
  return answer;
}

// https://www.rfc-editor.org/rfc/rfc9110
describe("a font in the bucket", () => {
  it.each(FOUND)("$name: $status", async ({ name, method, asks, status, has, hasNot, bytes }) => {
    const answer = await ask(name, asks?.(validators), method);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      ...has,
      etag: validators.etag,
      "last-modified": validators.modified,
      "timing-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
    expect(Object.keys(answer.headers).filter((header) => hasNot?.includes(header))).toEqual([]);
    expect(answer.body.equals(font.subarray(...bytes))).toBe(true);
  });

  it.each(REFUSED)("$name: $status", async ({ name, asks, status, has }) => {
    const answer = await ask(name, asks);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({ ...has, "cache-control": "no-store" });
    expect(answer.headers["etag"]).toBeUndefined();
    expect(answer.headers["timing-allow-origin"]).toBeUndefined();
    expect(answer.headers["cross-origin-resource-policy"]).toBeUndefined();
  });

  it("has the same response for everyone, with an origin or without (R1)", async () => {
    const [own, opaque, none] = await Promise.all(
      [{ origin: "https://myapp.com" }, { origin: "null" }, {}].map(async (headers) => {
        const { date: _, ...rest } = (await exchange(served, FONT, headers)).headers;
        return rest;
      }),
    );
    expect(own).toEqual(none);
    expect(opaque).toEqual(none);
  });

  it("comes back in pieces that make up the whole", async () => {
    const pieces: Buffer[] = [];
    for (let from = 0; from < SIZE; from += 5000) {
      pieces.push((await exchange(served, FONT, { range: `bytes=${from}-${from + 4999}` })).body);
    }
    expect(Buffer.concat(pieces).equals(font)).toBe(true);
  });
});
