import { Miniflare } from "miniflare";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../test/bundle.ts";

const PAGE = "https://myapp.com";
const EVIL = "https://evil.com";
const REFUSED = { status: 403, granted: null, vary: "Origin" };

let miniflare: Miniflare;
let url: URL;

beforeAll(async () => {
  miniflare = new Miniflare({
    name: "classes",
    modules: true,
    script: await bundle("classes"),
    compatibilityDate: "2025-01-01",
    bindings: { PAGE },
    serviceBindings: {
      GREETER: { name: "classes", entrypoint: "Greeter" },
      SILENT: { name: "classes", entrypoint: "Silent" },
    },
    durableObjects: { ROOM: "Room", LOBBY: "Lobby", LEGACY: "Legacy" },
    host: "127.0.0.1",
    port: 0,
  });
  url = await miniflare.ready;
});
afterAll(async () => {
  await miniflare.dispose();
});

async function get(path: string, origin: string, method = "GET"): Promise<object> {
  const headers = {
    origin,
    ...(method === "OPTIONS" && { "access-control-request-method": "PUT" }),
  };
  const response = await fetch(new URL(path, url), { method, headers });
  return {
    status: response.status,
    granted: response.headers.get("access-control-allow-origin"),
    vary: response.headers.get("vary"),
    body: await response.text(),
  };
}

describe.each([
  ["a WorkerEntrypoint", "/greeter", `${PAGE} function`, "Origin"],
  ["a Durable Object whose fetch is a field", "/lobby", "lobby main", "Origin"],
  ["a Durable Object of a plain class", "/legacy", "legacy main", null],
])("%s", (_, path, body, vary) => {
  it("answers an allowed origin with a grant (R2)", async () => {
    expect(await get(path, PAGE)).toEqual({ status: 200, granted: PAGE, vary, body });
  });

  it("answers another one without (R3)", async () => {
    const granted = vary === null ? PAGE : null;
    expect(await get(path, EVIL)).toEqual({ status: 200, granted, vary, body });
  });

  it("leaves preflights to the gate (A1, A2)", async () => {
    expect(await get(path, PAGE, "OPTIONS")).toMatchObject({ status: 204, granted: PAGE });
    expect(await get(path, EVIL, "OPTIONS")).toMatchObject({ ...REFUSED, granted: null });
  });
});

describe("a guarded class", () => {
  it("gives the policy the env and ctx of each instance", async () => {
    expect(await get("/side", PAGE)).toEqual({
      status: 200,
      granted: null,
      vary: "Origin",
      body: "lobby side",
    });
  });

  it("turns an error into a response that the page can read (R8)", async () => {
    expect(await get("/greeter/throw", PAGE)).toEqual({
      status: 500,
      granted: PAGE,
      vary: "Origin",
      body: `caught for ${PAGE}`,
    });
  });

  it("keeps RPC, names, statics and what it is an instance of", async () => {
    expect(JSON.parse(((await get("/facts", PAGE)) as { body: string }).body)).toEqual({
      rpc: `hello you from ${PAGE}`,
      visits: 0,
      names: ["Greeting", "LegacyBase"],
      statics: "greeting",
      isEntrypoint: true,
      isGreeting: true,
      isDurableObject: true,
    });
  });

  it("without fetch is an error, and says which class it is", async () => {
    expect(await get("/silent", PAGE)).toMatchObject({
      status: 500,
      granted: null,
      body: expect.stringContaining("withCors needs SilentBase to have a fetch method") as string,
    });
  });
});

describe("a hibernating WebSocket of a Durable Object", () => {
  const open = (origin: string) =>
    miniflare.dispatchFetch(new URL("/room", url), { headers: { upgrade: "websocket", origin } });

  it("is refused to another origin before the object's fetch runs (R9)", async () => {
    expect((await open(EVIL)).status).toBe(403);
    expect(await get("/facts", PAGE)).toMatchObject({
      body: expect.stringContaining('"visits":0') as string,
    });
  });

  it("echoes to an allowed one (R6)", async () => {
    const { status, webSocket } = await open(PAGE);
    expect(status).toBe(101);
    const answer = new Promise<unknown>((resolve) => {
      webSocket?.addEventListener("message", ({ data }) => resolve(data));
    });
    webSocket?.accept();
    webSocket?.send("hello");
    expect(await answer).toBe("room main echoes hello");
    webSocket?.close();
  });
});
