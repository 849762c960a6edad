import { describe, expect, it } from "vitest";
import { createBrowser } from "./create-browser.ts";
import { CorsBlockedError } from "./cors-blocked-error.ts";
import type { PageRequestInit } from "./request/init.ts";

const open = { "access-control-allow-origin": "*", etag: '"a"' };
const api = "https://api.example.com/data";

async function blockedError(promise: Promise<Response>): Promise<CorsBlockedError> {
  const error: unknown = await promise.then(
    () => new Error("was not blocked"),
    (reason: unknown) => reason,
  );
  if (error instanceof CorsBlockedError) return error;
  throw error;
}

describe("page.fetch", () => {
  it("stands where the platform's fetch is wanted, with its own init", async () => {
    const browser = createBrowser({ network: () => new Response("ok", { headers: open }) });
    const wanted: typeof fetch = browser.open("https://myapp.com").fetch;
    const init: RequestInit = { method: "POST", body: "a", credentials: "omit" };
    expect(await (await wanted(new URL(api), init)).text()).toBe("ok");
    expect(await (await wanted(new Request(api))).text()).toBe("ok");
  });
});

describe("the network", () => {
  it("gets the headers only a browser may set", async () => {
    const seen: Request[] = [];
    const browser = createBrowser({
      network(request) {
        seen.push(request);
        return new Response("", { headers: open });
      },
    });
    await browser.open("https://myapp.com/page").fetch(api, { method: "POST", body: "text" });
    const [request] = seen;
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      origin: "https://myapp.com",
      accept: "*/*",
      "content-type": "text/plain;charset=UTF-8",
      "sec-fetch-mode": "cors",
      "sec-fetch-site": "cross-site",
    });
    expect(await request?.text()).toBe("text");
  });

  it("is asked for relative URLs at the page's place", async () => {
    const seen: string[] = [];
    const browser = createBrowser({
      network({ url }) {
        seen.push(url);
        return new Response("");
      },
    });
    await browser.open("https://myapp.com/a/b").fetch("c?d#e");
    expect(seen).toEqual(["https://myapp.com/a/c?d"]);
  });

  it("that fails is not CORS", async () => {
    const cause = new Error("connection refused");
    const browser = createBrowser({ network: () => Promise.reject(cause) });
    const error = await blockedError(browser.open("https://myapp.com").fetch(api));
    expect(error).toMatchObject({ code: "network-error", chromium: null, cause });
    expect(error.explanation).toContain("connection refused");
  });

  it("is left alone when the page has given up", async () => {
    const browser = createBrowser({ network: () => new Response("", { headers: open }) });
    const reason = new Error("given up");
    const promise = browser
      .open("https://myapp.com")
      .fetch(api, { signal: AbortSignal.abort(reason) });
    await expect(promise).rejects.toBe(reason);
  });
});

describe("what the page gets", () => {
  const browser = createBrowser({ network: () => new Response("body", { headers: open }) });
  const page = browser.open("https://myapp.com");

  it("is a Response with the face of a browser's", async () => {
    const response = await page.fetch(api);
    expect(response).toMatchObject({
      type: "cors",
      status: 200,
      ok: true,
      url: api,
      redirected: false,
    });
    expect([...response.headers.keys()]).toEqual(["content-type"]);
    const copy = response.clone();
    expect(copy).toMatchObject({ type: "cors", url: api });
    expect(await response.text()).toBe("body");
    expect(await copy.text()).toBe("body");
  });

  it("is opaque under no-cors", async () => {
    const response = await page.fetch(api, { mode: "no-cors" });
    expect(response).toMatchObject({ type: "opaque", status: 0, ok: false, url: "", body: null });
  });

  const stream = (): ReadableStream<Uint8Array> => new ReadableStream();
  it.each<[string, string, PageRequestInit]>([
    ["a forbidden method", api, { method: "TRACE" }],
    ["a method that is no token", api, { method: "a b" }],
    ["a method no-cors does not have", api, { method: "PUT", mode: "no-cors" }],
    ["a GET with a body", api, { method: "GET", body: "a" }],
    ["a stream without duplex", api, { method: "POST", body: stream() }],
    [
      "a stream under no-cors",
      api,
      { method: "POST", body: stream(), duplex: "half", mode: "no-cors" },
    ],
    [
      "a stream with keepalive",
      api,
      { method: "POST", body: stream(), duplex: "half", keepalive: true },
    ],
    ["a header name that is no token", api, { headers: { "a b": "c" } }],
    ["a header value with NUL", api, { headers: { a: "b\0c" } }],
    ["a user name in the URL", "https://user@api.example.com/", {}],
    ["a URL that is none", "https://", {}],
  ])("is a plain TypeError for %s", async (_, url, init) => {
    const error: unknown = await page.fetch(url, init).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).not.toBeInstanceOf(CorsBlockedError);
  });
});

describe("bodies", () => {
  it("that are streams are asked about first, and cannot be sent twice", async () => {
    const allowed = { ...open, "access-control-allow-methods": "POST" };
    const browser = createBrowser({
      network({ method, url }) {
        if (method === "OPTIONS") return new Response(null, { headers: allowed });
        const location = url.endsWith("/data") ? { location: "/again" } : {};
        return new Response(null, { status: 307, headers: { ...open, ...location } });
      },
    });
    const page = browser.open("https://myapp.com");
    const body = new Response("stream").body;
    const error = await blockedError(page.fetch(api, { method: "POST", body, duplex: "half" }));
    expect(page.exchanges.map(({ request }) => request.method)).toEqual(["OPTIONS", "POST"]);
    expect(error.code).toBe("redirect-stream-body");
  });

  it("of a Request are sent as they are, again after a redirect too", async () => {
    const bodies: string[] = [];
    const browser = createBrowser({
      async network(request) {
        bodies.push(await request.text());
        const isFirst = request.url.endsWith("/data");
        return new Response(null, {
          status: isFirst ? 307 : 200,
          headers: { ...open, ...(isFirst ? { location: "/again" } : {}) },
        });
      },
    });
    const request = new Request(api, { method: "POST", body: "text" });
    const response = await browser.open("https://myapp.com").fetch(request);
    expect(bodies).toEqual(["text", "text"]);
    expect(response).toMatchObject({ redirected: true, url: "https://api.example.com/again" });
  });
});

describe("pages", () => {
  it.each([
    ["https://myapp.com/some/path", "https://myapp.com"],
    ["https://myapp.com:443", "https://myapp.com"],
    ["capacitor://localhost", "capacitor://localhost"],
    ["file:///home/page.html", "null"],
    ["data:text/html,hello", "null"],
    ["null", "null"],
  ])("%s has the origin %s", (url, origin) => {
    const browser = createBrowser({ network: () => new Response("") });
    expect(browser.open(url).origin).toBe(origin);
  });

  it("without a URL cannot be opened", () => {
    const browser = createBrowser({ network: () => new Response("") });
    expect(() => browser.open("myapp.com")).toThrow(TypeError);
  });
});

describe("preflightCache", () => {
  it.each(["spec", "chromium"] as const)(
    "shows and forgets what was granted (%s)",
    async (profile) => {
      let time = 0;
      const headers = {
        ...open,
        "access-control-allow-methods": "PUT",
        "access-control-max-age": "60",
      };
      const network = (): Response => new Response("", { headers });
      const browser = createBrowser({ network, profile, now: () => time });
      const page = browser.open("https://myapp.com");
      await page.fetch(api, { method: "PUT" });
      expect(browser.preflightCache.entries).toEqual([
        {
          origin: "https://myapp.com",
          url: api,
          credentials: false,
          methods: ["PUT"],
          headerNames: [],
          expires: 60_000,
        },
      ]);
      time = 60_000;
      expect(browser.preflightCache.entries).toEqual([]);
      time = 0;
      browser.preflightCache.clear();
      await page.fetch(api, { method: "PUT" });
      expect(page.exchanges.map(({ kind }) => kind)).toEqual([
        "preflight",
        "actual",
        "preflight",
        "actual",
      ]);
    },
  );
});

describe("exchanges", () => {
  it("say what went over the wire and what the browser concluded", async () => {
    const browser = createBrowser({
      network: ({ url }) =>
        new Response("", {
          status: url === api ? 302 : 200,
          headers: { ...open, ...(url === api ? { location: "https://b.example.com/" } : {}) },
        }),
    });
    const page = browser.open("https://myapp.com");
    await page.fetch(api);
    await page.fetch(api, { credentials: "include" }).catch(() => undefined);
    const told = page.exchanges.map(({ conclusion, credentials }) => [
      conclusion.kind,
      credentials,
    ]);
    expect(told).toEqual([
      ["redirected", false],
      ["allowed", false],
      ["blocked", true],
    ]);
  });

  it("know whether the page may read the timing in full", async () => {
    const timings = [
      "*",
      "https://a.test, https://myapp.com",
      "https://a.test",
      "HTTPS://MYAPP.COM",
    ];
    const answers = timings.map(
      (value) => new Response("", { headers: { ...open, "timing-allow-origin": value } }),
    );
    const browser = createBrowser({ network: () => answers.shift() ?? new Response("") });
    const page = browser.open("https://myapp.com");
    for (const _ of timings) await page.fetch(api);
    const allowed = page.exchanges.map(
      ({ conclusion }) => "timingAllowed" in conclusion && conclusion.timingAllowed,
    );
    expect(allowed).toEqual([true, true, false, false]);
  });
});
