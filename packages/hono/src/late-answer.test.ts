// The response to a request that left the gate without one, and the code that makes or changes it
// further out.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { HONOS } from "../fixtures/honos.ts";
import { cors } from "./cors.ts";

const PAGE = "https://myapp.com";
const LISTED = { origin: [PAGE, "https://*.myapp.com"] } as const;

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(console, "warn").mockReturnValue();
});

const fail: MiddlewareHandler = async () => {
  throw new Error("broken");
};
const nothing = (async (c: Context) => {
  c.header("access-control-allow-origin", "*");
}) as MiddlewareHandler;
const hello = (c: Context): Response => c.text("hello");

/** A middleware that does something once all behind it has run. */
const afterwards =
  (change: (c: Context) => void): MiddlewareHandler =>
  async (c, next) => {
    await next();
    change(c);
  };

async function get(app: Hono): Promise<Response> {
  return app.request("/x", { headers: { origin: PAGE } });
}

describe.each(HONOS)("a response that is made late, by Hono $version", ({ Hono: App, combine }) => {
  it("may be a promise of the context's (R3)", async () => {
    const app = new App().use(combine.every(cors(LISTED), fail)).get("/x", hello);
    const render = async (text: string): Promise<string> => `<p>${text}</p>`;
    app.onError(async (error, c) => c.html(render(error.message), 503));
    const response = await get(app);
    expect([response.status, await response.text()]).toEqual([503, "<p>broken</p>"]);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it("has what was written on c.res further out", async () => {
    const change = (c: Context): void => c.res.headers.set("x-late", "yes");
    const app = new App().use(afterwards(change)).use(cors(LISTED)).get("/x", nothing);
    const response = await get(app);
    expect(response.status).toBe(500);
    expect(response.headers.get("x-late")).toBe("yes");
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(response.headers.get("vary")).toBe("Origin");
  });

  it.each([
    ["as it is", (): void => {}],
    ["once it was looked at", (c: Context): unknown => c.res.headers],
  ])("may be put in the place of c.res further out: %s", async (_, look) => {
    const change = (c: Context): void => {
      look(c);
      c.res = undefined;
      c.res = new Response("replaced", { status: 202, headers: { vary: "Accept" } });
    };
    const app = new App().use(afterwards(change)).use(cors(LISTED)).get("/x", nothing);
    const response = await get(app);
    expect([response.status, await response.text()]).toEqual([202, "replaced"]);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(response.headers.get("vary")).toBe("Accept, Origin");
  });

  it("exposes the names of c.res, and of the response that is put there", async () => {
    const change = (c: Context): void => {
      c.res.headers.set("access-control-expose-headers", "x-early");
      c.res.headers.set("vary", "Accept");
      c.res = new Response("replaced", {
        headers: { "access-control-expose-headers": "x-late", vary: "Cookie" },
      });
    };
    const app = new App().use(afterwards(change)).use(cors(LISTED)).get("/x", nothing);
    const { headers } = await get(app);
    const listed = (name: string): readonly string[] =>
      (headers.get(name) ?? "").split(",").map((member) => member.trim());
    expect(new Set(listed("access-control-expose-headers"))).toEqual(
      new Set(["x-early", "x-late"]),
    );
    expect(new Set(listed("vary"))).toEqual(new Set(["Accept", "Cookie", "Origin"]));
  });

  it.each([
    ["at once", (): void => {}],
    [
      "once another was taken away",
      (c: Context): void => {
        c.res.headers.set("x-late", "yes");
        c.res = undefined;
      },
    ],
  ])("may be a response of fetch() that is put there %s (R6)", async (_, prepare) => {
    const upstream = createServer((_, response) => {
      response.setHeader("vary", "Cookie").end("upstream");
    }).listen(0, "127.0.0.1");
    onTestFinished(() => void upstream.close());
    await once(upstream, "listening");
    const { port } = upstream.address() as AddressInfo;
    const proxy: MiddlewareHandler = async (c, next) => {
      await next();
      prepare(c);
      c.res = await fetch(`http://127.0.0.1:${port}`, { headers: { connection: "close" } });
    };
    const app = new App().use(proxy).use(cors(LISTED)).get("/x", nothing);
    const response = await get(app);
    expect(await response.text()).toBe("upstream");
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(response.headers.get("vary")).toBe("Cookie, Origin");
  });

  it("is another gate's alone where that one comes to answer (R3)", async () => {
    const app = new App()
      .use(combine.some(combine.every(cors(LISTED), fail), cors({ origin: "*" })))
      .get("/x", hello);
    const response = await get(app);
    expect(await response.text()).toBe("hello");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("vary")).toBeNull();
  });
});

describe.each(HONOS)("a response that was there in time, by Hono $version", ({ Hono: App }) => {
  it("is no one's of the gate where it is replaced further out", async () => {
    const change = (c: Context): void => {
      c.res = undefined;
      c.res = new Response("another");
    };
    const app = new App().use(afterwards(change)).use(cors(LISTED)).get("/x", hello);
    const response = await get(app);
    expect(await response.text()).toBe("another");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("vary")).toBeNull();
  });
});
