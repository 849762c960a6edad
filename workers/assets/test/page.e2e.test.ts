import { hasChromium } from "@crossgate/testkit/chromium";
import { openRecordedPage, type RecordedPage } from "@crossgate/testkit/recorded-page";
import type { WireRequest } from "@crossgate/testkit/wire";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FONT, SIZE } from "./font-requests.ts";
import { PAGE_HTML } from "./page-html.ts";
import { readFont, serveAssets, type Served } from "./serve.ts";

/** One red pixel. */
const IMAGE = "images/red.png";
const RED =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";

describe.skipIf(!hasChromium())("someone else's page in Chromium", () => {
  let served: Served;
  let opened: RecordedPage;
  let page: Page;
  let wire: readonly WireRequest[];
  const table: object[] = [];

  beforeAll(async () => {
    served = await serveAssets();
    await served.bucket.put(FONT.slice(1), await readFont());
    await served.bucket.put(IMAGE, new Uint8Array(Buffer.from(RED, "base64")));
    await served.bucket.put("modules/sum.js", "export const sum = (a, b) => a + b;");
    opened = await openRecordedPage((_, response) => {
      // Isolated, so that what is not for everyone would not be loaded at all.
      response.setHeader("cross-origin-embedder-policy", "require-corp");
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(PAGE_HTML);
    });
    ({ page, wire } = opened);
    await page.goto(opened.byName);
  });
  afterAll(async () => {
    console.table(table);
    await opened?.close();
    await served?.server.close();
  });

  const urlOf = (path: string): string => String(new URL(path, served.url));

  /** What one of the page's functions makes of something from another origin. */
  async function see(what: string, path: string, ...rest: unknown[]): Promise<unknown> {
    const seen: unknown = await page.evaluate(
      (what, args) =>
        (globalThis as never as Record<string, (...args: unknown[]) => unknown>)[what]?.(...args),
      what,
      [urlOf(path), ...rest],
    );
    table.push({
      page: `${what} ${path} ${rest.map((value) => JSON.stringify(value)).join()}`,
      sees: JSON.stringify(seen),
    });
    return seen;
  }

  it("uses the font in a style sheet", async () => {
    expect(await see("loadFont", FONT)).toEqual({ status: "loaded", wider: true });
  });

  it("draws the image to a canvas and reads it back", async () => {
    expect(await see("drawImage", `/${IMAGE}`)).toEqual([255, 0, 0, 255]);
  });

  it("embeds the image without CORS, though it is isolated", async () => {
    expect(await see("embedImage", `/${IMAGE}?embedded`)).toBe(1);
  });

  it("runs modules, from the bucket and from the deployment", async () => {
    expect(await see("runModule", "/modules/sum.js", "sum(20, 22)")).toBe("42");
    expect(await see("runModule", "/static/greeting.js", "greeting")).toBe("hello world");
  });

  it("reads a range without a preflight, and what it is a range of", async () => {
    const before = wire.length;
    expect(
      await see("fetchIt", FONT, { headers: { range: "bytes=0-99" }, cache: "no-store" }),
    ).toMatchObject({
      status: 206,
      length: 100,
      headers: {
        "content-range": `bytes 0-99/${SIZE}`,
        "accept-ranges": "bytes",
        "content-length": "100",
        etag: expect.stringMatching(/^"/) as string,
      },
    });
    expect(wire.slice(before).some(({ preflight }) => preflight)).toBe(false);
  });

  it.each([
    ["the last bytes", { range: "bytes=-36" }, 206, 36],
    ["two ranges, and gets all", { range: "bytes=0-1,4-5" }, 200, SIZE],
    ["what it has already", { "if-none-match": "*" }, 304, 0],
  ])("asks with a preflight for %s", async (_, headers, status, length) => {
    const path = `${FONT}?${status}-${length}`;
    expect(await see("fetchIt", path, { headers, cache: "no-store" })).toMatchObject({
      status,
      length,
    });
    await expect
      .poll(() => wire)
      .toContainEqual({ method: "OPTIONS", path: FONT, preflight: true, status: 204 });
  });

  it("reads refusals: 404, 405, 412, 416", async () => {
    expect(await see("fetchIt", "/nothing.woff2", {})).toMatchObject({ status: 404 });
    expect(await see("fetchIt", FONT, { method: "POST" })).toMatchObject({ status: 405 });
    expect(await see("fetchIt", FONT, { headers: { "if-match": '"x"' } })).toMatchObject({
      status: 412,
    });
    expect(
      await see("fetchIt", FONT, { headers: { range: `bytes=${SIZE}-` }, cache: "no-store" }),
    ).toMatchObject({
      status: 416,
      headers: { "content-range": `bytes */${SIZE}` },
    });
  });

  it("does not send what is not served", async () => {
    expect(await see("fetchIt", FONT, { method: "DELETE" })).toBe("TypeError: Failed to fetch");
  });

  it("measures the sizes (Timing-Allow-Origin)", async () => {
    const size = { encodedBodySize: SIZE, decodedBodySize: SIZE };
    expect(await see("measure", `${FONT}?measured`)).toMatchObject({ ...size, hasTimes: true });
    // And nothing of what isn't there.
    expect(await see("measure", "/nothing-to-measure.woff2")).toMatchObject({ hasTimes: false });
  });

  it("has the font again without asking, and asks about what may change", async () => {
    const before = wire.length;
    await see("fetchIt", `${FONT}?again`, {});
    await see("fetchIt", `${FONT}?again`, {});
    await see("fetchIt", "/modules/sum.js?again", {});
    await see("fetchIt", "/modules/sum.js?again", {});
    expect(await see("transfers", "/")).toEqual(["network", "cache", "network", "revalidated"]);
    expect(wire.slice(before)).toHaveLength(4);
  });
});
