import { corsHeaders } from "@crossgate/testkit/cors-headers";
import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { Miniflare, type WorkerOptions } from "miniflare";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../test/bundle.ts";

const PAGE = "https://www.myapp.com";
const COMMON = { modules: true, compatibilityDate: "2025-01-01" } as const;

const log: string[] = [];
let miniflare: Miniflare;
let url: URL;

async function serve(): Promise<Miniflare> {
  const gate: WorkerOptions = {
    ...COMMON,
    name: "gate",
    script: await bundle("gate"),
    serviceBindings: { UPSTREAM: "upstream" },
    outboundService: "upstream",
    durableObjects: { ROOM: "Room" },
    kvNamespaces: ["NOTES"],
    queueConsumers: { jobs: { maxBatchTimeout: 0 } },
    assets: {
      directory: fileURLToPath(new URL("../fixtures/assets", import.meta.url)),
      binding: "ASSETS",
      routerConfig: { invoke_user_worker_ahead_of_assets: true, has_user_worker: true },
    },
  };
  const fromEnv: WorkerOptions = {
    ...COMMON,
    name: "from-env",
    routes: ["env.example/*"],
    script: await bundle("policy-from-env"),
    bindings: { WRONG_ORIGINS: "https://MyApp.com/", ORIGINS: "https://*.myapp.com" },
  };
  const counter: WorkerOptions = {
    ...COMMON,
    name: "class",
    routes: ["class.example/*"],
    script: await bundle("class"),
    kvNamespaces: ["NOTES"],
  };
  const upstream = { ...COMMON, name: "upstream", script: await bundle("upstream") };
  return new Miniflare({
    host: "127.0.0.1",
    port: 0,
    handleStructuredLogs: ({ message }: { readonly message: string }) => {
      log.push(message);
    },
    workers: [gate, fromEnv, counter, upstream],
  });
}

beforeAll(async () => {
  miniflare = await serve();
  url = await miniflare.ready;
});
afterAll(async () => {
  await miniflare.dispose();
});

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(path, url), { headers: { origin: PAGE, ...headers }, redirect: "manual" });
}

const GRANTED = {
  "access-control-allow-credentials": "true",
  "access-control-allow-origin": PAGE,
  "access-control-expose-headers": "x-upstream",
};

describe("an allowed origin reads", () => {
  it.each([
    ["a fresh response", "/fresh", 200, "fresh", "Accept, Origin"],
    ["a subrequest's", "/subrequest", 203, "from upstream", "Accept-Encoding, Origin"],
    ["a service binding's", "/service", 203, "from upstream", "Accept-Encoding, Origin"],
    ["a static asset", "/assets", 200, "an asset\n", "Origin"],
    ["a Durable Object's", "/object", 200, "from the room", "Origin"],
    ["a redirect", "/redirect", 307, "", "Origin"],
    ["a cached one", "/cache", 200, "from the cache", "Origin"],
    ["a cached one again", "/cache", 200, "from the cache", "Origin"],
    ["a 404", "/nowhere", 404, "no such route", "Origin"],
  ])("%s", async (_, path, status, body, vary) => {
    const response = await get(path);
    expect(corsHeaders(response)).toEqual({ ...GRANTED, vary });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(body);
  });

  it("with every header of an immutable upstream, several cookies too", async () => {
    const { headers } = await get("/subrequest");
    expect(headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"]);
    expect(headers.get("x-upstream")).toBe("yes");
    expect((await get("/redirect")).headers.get("location")).toBe(
      "https://api.example.com/elsewhere",
    );
  });
});

describe("any other origin", () => {
  it.each(["/fresh", "/subrequest", "/service", "/assets", "/object", "/redirect", "/cache"])(
    "gets %s without a grant, the upstream's neither",
    async (path) => {
      const { vary, ...rest } = corsHeaders(await get(path, { origin: "https://evil.com" }));
      expect(rest).toEqual({});
      expect(vary).toMatch(/\bOrigin$/u);
    },
  );
});

describe("a preflight", () => {
  const ask = (origin: string): Promise<Response> =>
    fetch(new URL("/throw", url), {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "PUT" },
    });

  it("is answered before the Worker runs", async () => {
    const response = await ask(PAGE);
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(response.headers.get("access-control-allow-methods")).toContain("PUT");
  });

  it("is refused before the Worker runs", async () => {
    const response = await ask("https://evil.com");
    expect(response.status).toBe(403);
    expect(Object.keys(corsHeaders(response))).toEqual(["vary"]);
  });
});

describe("the Cache API", () => {
  it("holds what the handler made, and each origin gets its own headers (R2, R3)", async () => {
    const first = await get("/made");
    expect(corsHeaders(first)).toEqual({ ...GRANTED, vary: "Accept, Origin" });
    const stored = async () => (await (await get("/made/stored")).json()) as string[] | null;
    await expect.poll(stored).toContain("cache-control");
    expect(await stored()).not.toContain("access-control-allow-origin");

    for (const [origin, granted] of [
      ["https://myapp.com", "https://myapp.com"],
      ["https://evil.com", null],
      [PAGE, PAGE],
    ] as const) {
      const again = await get("/made", { origin });
      expect(again.headers.get("access-control-allow-origin")).toBe(granted);
      expect(again.headers.get("vary")).toBe("Accept, Origin");
      expect(await again.text()).toBe("made 1 times");
    }
  });
});

describe("what only workerd has", () => {
  it("opens a WebSocket that echoes", async () => {
    const headers = { upgrade: "websocket", origin: PAGE };
    const { status, webSocket } = await miniflare.dispatchFetch(new URL("/socket", url), {
      headers,
    });
    expect(status).toBe(101);
    const answer = new Promise<unknown>((resolve) => {
      webSocket?.addEventListener("message", ({ data }) => resolve(data));
    });
    webSocket?.accept();
    webSocket?.send("hello");
    expect(await answer).toBe("echo hello");
    webSocket?.close();
  });

  it("does not compress twice", async () => {
    const request = httpRequest(new URL("/gzip", url), {
      headers: { origin: PAGE, "accept-encoding": "gzip" },
    }).end();
    const [response] = await once(request, "response");
    const bytes = Buffer.concat(await response.toArray());
    expect(response.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(bytes).toString()).toBe("compressed once");
    expect(response.headers["access-control-allow-origin"]).toBe(PAGE);
  });

  it("keeps cf on request and response", async () => {
    const response = await get("/cf");
    expect(await response.json()).toContain("colo");
    expect(response.headers.get("x-response-cf")).toBe("kept");
  });

  it("passes env and ctx.waitUntil on", async () => {
    expect(await (await get("/background")).text()).toBe("begun");
    const notes = await miniflare.getKVNamespace("NOTES", "gate");
    await expect.poll(() => notes.get("background")).toBe("done");
  });
});

describe("streaming", () => {
  it.each(["/echo", "/echo-upstream"])("%s: the first chunk before the second", async (path) => {
    const request = httpRequest(new URL(path, url), { method: "POST", headers: { origin: PAGE } });
    request.write("first");
    const [response] = await once(request, "response");
    const [first] = await once(response, "data");
    expect(String(first)).toBe("first");
    request.end("second");
    const [second] = await once(response, "data");
    expect(String(second)).toBe("second");
    expect(response.headers["access-control-allow-origin"]).toBe(PAGE);
  });
});

describe("other handlers", () => {
  it("scheduled and queue stay", async () => {
    const worker = await miniflare.getWorker("gate");
    const notes = await miniflare.getKVNamespace("NOTES", "gate");
    await worker.scheduled({ cron: "1 2 3 4 5" });
    expect(await notes.get("scheduled")).toBe("1 2 3 4 5");
    await worker.queue("jobs", [
      { id: "1", timestamp: new Date(), body: "a", attempts: 1 },
      { id: "2", timestamp: new Date(), body: "b", attempts: 1 },
    ]);
    expect(await notes.get("queue")).toBe("a,b");
  });

  it("share a class instance as their this, private fields too", async () => {
    const worker = await miniflare.getWorker("class");
    const response = await miniflare.dispatchFetch("http://class.example/", {
      headers: { origin: PAGE },
    });
    expect(await response.text()).toBe("1");
    expect(response.headers.get("access-control-allow-origin")).toBe("https://myapp.com");
    await worker.scheduled({ cron: "* * * * *" });
    const notes = await miniflare.getKVNamespace("NOTES", "class");
    expect(await notes.get("count")).toBe("2");
  });
});

describe("a policy from env", () => {
  it("fails closed when it is wrong, and recovers with the next good one", async () => {
    const ask = () => miniflare.dispatchFetch("http://env.example/", { headers: { origin: PAGE } });

    const closed = await ask();
    expect(closed.status).toBe(500);
    expect(await closed.text()).toBe("Internal Server Error\n");
    expect([...closed.headers.keys()].filter((name) => name.startsWith("access-"))).toEqual([]);
    await expect.poll(() => log.join("\n")).toContain("https://myapp.com");

    for (let request = 0; request < 3; request++) {
      const open = await ask();
      expect(open.headers.get("access-control-allow-origin")).toBe(PAGE);
      expect(await open.text()).toBe("asked 2 times");
    }
  });
});
