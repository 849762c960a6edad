import { describe, expect, it } from "vitest";
import { createBrowser } from "../create-browser.ts";
import type { Page } from "../page.ts";
import type { Profile } from "../profile.ts";

const own = "https://myapp.com";
const api = "https://api.example.com/data";

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A page whose network gives these responses in turn, the last for ever; and what it was asked. */
function pageWith(
  answers: readonly Answer[],
  profile: Profile = "chromium",
): { page: Page; asked: Request[] } {
  const asked: Request[] = [];
  const left = [...answers];
  const browser = createBrowser({
    profile,
    network(request) {
      asked.push(request);
      const {
        status = 200,
        headers = {},
        body = "",
      } = (left.length > 1 ? left.shift() : left[0]) ?? {};
      const response = new Response(body, { status: status === 101 ? 200 : status, headers });
      return status === 101 ? Object.defineProperty(response, "status", { value: 101 }) : response;
    },
  });
  return { page: browser.open(`${own}/page`), asked };
}

const allowed = { "access-control-allow-origin": own };

describe("page.load", () => {
  it("shows an image without CORS, and taints the canvas", async () => {
    const { page, asked } = pageWith([{}]);
    expect(await page.load("image", api)).toMatchObject({ type: "opaque", readable: false });
    expect(asked[0]?.headers.get("origin")).toBeNull();
    expect(asked[0]?.headers.get("sec-fetch-dest")).toBe("image");
  });

  it("reads an image that the server allows, and blocks one it does not", async () => {
    const { page } = pageWith([{ headers: allowed }, {}]);
    const crossorigin = "anonymous";
    expect(await page.load("image", api, { crossorigin })).toMatchObject({ readable: true });
    await expect(page.load("image", api, { crossorigin })).rejects.toMatchObject({
      code: "acao-missing",
      message: `Access to image at '${api}' from origin '${own}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    });
  });

  const other = "foo://files.example/a";
  const refused =
    "Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.";

  it("names a scheme that is not http as Chromium does, with CORS alone", async () => {
    const { page } = pageWith([{}]);
    await expect(page.load("image", other, { crossorigin: "anonymous" })).rejects.toMatchObject({
      code: "scheme-not-http",
      chromium: "CorsDisabledScheme",
      failedParameter: "",
      message: `Access to image at '${other}' from origin '${own}' has been blocked by CORS policy: ${refused}`,
    });
    await expect(page.load("image", other)).rejects.toMatchObject({
      code: "scheme-not-http",
      chromium: null,
      message: "Failed to fetch",
    });
  });

  it.each(["font", "module"] as const)("loads a %s with CORS in any case", async (what) => {
    const { page, asked } = pageWith([{ headers: { "content-type": "text/html" } }]);
    await expect(page.load(what, api)).rejects.toMatchObject({ code: "acao-missing" });
    expect(asked[0]?.headers.get("origin")).toBe(own);
  });

  it("tells CORS from a response that is of no use", async () => {
    const { page } = pageWith([{ headers: { ...allowed, "content-type": "text/html" } }]);
    await expect(page.load("module", api)).rejects.toMatchObject({ code: "answer-unusable" });
  });
});

describe("page.xhr", () => {
  it("has no preflight until something listens to the upload", async () => {
    const { page, asked } = pageWith([{ headers: allowed, body: "ok" }]);
    const sent = { method: "POST", body: "text" };
    expect(await page.xhr(api, sent)).toMatchObject({
      event: "load",
      responseText: "ok",
      status: 200,
    });
    const { events } = await page.xhr(api, { ...sent, uploadListener: true });
    expect(asked.map(({ method }) => method)).toEqual(["POST", "OPTIONS", "POST"]);
    expect(events).toEqual([
      "loadstart",
      "upload loadstart",
      "upload progress",
      "upload load",
      "upload loadend",
      "progress",
      "load",
      "loadend",
    ]);
  });

  it("names no scheme, as Chromium does", async () => {
    const { page } = pageWith([{}]);
    const { error: foo } = await page.xhr("foo://files.example/a");
    const { error: ftp } = await page.xhr("ftp://files.example/a");
    expect([foo?.chromium, foo?.failedParameter]).toEqual(["CorsDisabledScheme", ""]);
    expect(ftp?.chromium).toBeNull();
  });

  it("ends with error, and the reason a script never gets", async () => {
    const { page } = pageWith([{}]);
    expect(await page.xhr(api)).toMatchObject({
      event: "error",
      status: 0,
      error: { code: "acao-missing" },
    });
  });

  it("gives up after its timeout", async () => {
    const never = createBrowser({
      network: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(new Error("aborted")));
        }),
    }).open(own);
    expect(await never.xhr(api, { timeout: 5 })).toMatchObject({
      event: "timeout",
      events: ["loadstart", "timeout", "loadend"],
    });
  });
});

describe("page.eventSource", () => {
  const stream = { ...allowed, "content-type": "text/event-stream" };

  it("connects again with the last id, for which no preflight asks", async () => {
    const { page, asked } = pageWith([
      { headers: stream, body: "id: 7\nretry: 10\ndata: a\ndata: b\n\n" },
    ]);
    const source = await page.eventSource(api, { reconnections: 1 });
    expect(source).toMatchObject({
      readyState: "connecting",
      opened: 2,
      lastEventId: "7",
      retry: 10,
    });
    expect(source.messages[0]).toEqual({ type: "message", data: "a\nb", lastEventId: "7" });
    expect(asked.map(({ method, headers }) => [method, headers.get("last-event-id")])).toEqual([
      ["GET", null],
      ["GET", "7"],
    ]);
  });

  it("is closed for good by CORS, and by a response that is no stream", async () => {
    const { page } = pageWith([{}, { headers: allowed }]);
    expect(await page.eventSource(api, { reconnections: 3 })).toMatchObject({
      readyState: "closed",
      error: { code: "acao-missing" },
    });
    expect(await page.eventSource(api)).toMatchObject({ readyState: "closed", error: undefined });
  });
});

describe("page.beacon", () => {
  it("goes over http alone", async () => {
    const { page, asked } = pageWith([{}]);
    await expect(page.beacon("foo://files.example/a", "text")).rejects.toThrow(TypeError);
    expect(asked).toEqual([]);
  });

  it("asks first for JSON alone, and hears of no failure", async () => {
    const { page, asked } = pageWith([{}]);
    expect(await page.beacon(api, "text")).toBe(true);
    expect(await page.beacon(api, new Blob(["{}"], { type: "application/json" }))).toBe(true);
    expect(asked.map(({ method }) => method)).toEqual(["POST", "OPTIONS"]);
    expect(page.exchanges.at(-1)?.conclusion).toMatchObject({ failure: { code: "acao-missing" } });
  });

  it("takes 64 KiB", async () => {
    const { page, asked } = pageWith([{}]);
    expect(await page.beacon(api, "a".repeat(65_537))).toBe(false);
    expect(asked).toEqual([]);
  });
});

describe("page.webSocket", () => {
  it("tells the server its origin, and needs no CORS header", async () => {
    const { page, asked } = pageWith([{ status: 101, headers: { "sec-websocket-protocol": "b" } }]);
    const socket = await page.webSocket("wss://api.example.com/socket", ["a", "b"]);
    expect(socket).toMatchObject({ opened: true, protocol: "b" });
    expect(asked[0]?.headers.get("origin")).toBe(own);
    expect(asked[0]?.url).toBe("https://api.example.com/socket");
  });

  it("does not open without a switch of protocols", async () => {
    const { page } = pageWith([{ status: 200 }]);
    expect((await page.webSocket("wss://api.example.com/socket")).opened).toBe(false);
  });
});
