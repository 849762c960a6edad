import { corsHeaders } from "@crossgate/testkit/cors-headers";
import { Hono, type MiddlewareHandler } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import { HTTPException } from "hono/http-exception";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { from, GRANTED, guarded, PAGE, POLICY, preflight } from "../fixtures/guarded.ts";
import { cors } from "./cors.ts";

const EVIL = "https://evil.com";

// Hono's own error handler logs what it answers with 500.
beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
});

describe("every response of an app has the policy's headers (R2, R3, R5, R8)", () => {
  const app = guarded();
  app.get("/text", (c) => c.text("text"));
  app.get("/null", (c) => c.body(null, 204));
  app.get("/redirect", (c) => c.redirect("/text", 307));
  app.get("/raw", () => new Response("raw", { headers: { vary: "accept" } }));
  app.get("/immutable", () => Response.redirect("https://api.example.com/", 303));
  app.get("/meddling", (c) => {
    c.header("access-control-allow-origin", "*");
    c.header("access-control-allow-methods", "GET");
    return c.text("meddling");
  });
  app.get("/throw", () => {
    throw new Error("the handler's own");
  });
  app.get("/exception", () => {
    throw new HTTPException(401, { message: "who are you?" });
  });
  app.get("/exception-with-res", () => {
    const headers = { "access-control-allow-origin": "*", "www-authenticate": "Bearer" };
    throw new HTTPException(401, { res: new Response("who are you?", { headers }) });
  });
  app.get("/response", () => {
    throw new Response("thrown", { status: 418 });
  });
  app.get("/nothing", (() => {}) as () => Response);

  it.each([
    ["/text", 200, "text", "Origin"],
    ["/null", 204, "", "Origin"],
    ["/redirect", 307, "", "Origin"],
    ["/raw", 200, "raw", "accept, Origin"],
    ["/immutable", 303, "", "Origin"],
    ["/meddling", 200, "meddling", "Origin"],
    ["/throw", 500, "Internal Server Error", "Origin"],
    ["/exception", 401, "who are you?", "Origin"],
    ["/exception-with-res", 401, "who are you?", "Origin"],
    ["/response", 418, "thrown", "Origin"],
    ["/nothing", 500, "Internal Server Error", "Origin"],
    ["/nowhere", 404, "404 Not Found", "Origin"],
  ])("%s", async (path, status, body, vary) => {
    const response = await app.request(path, from(PAGE));
    expect([response.status, await response.text()]).toEqual([status, body]);
    expect(corsHeaders(response)).toEqual({ ...GRANTED, vary });
    const denied = await app.request(path, from(EVIL));
    expect(denied.status).toBe(status);
    expect(corsHeaders(denied)).toEqual({ vary });
  });

  it("keeps what an HTTPException's response says", async () => {
    const { headers } = await app.request("/exception-with-res", from(PAGE));
    expect(headers.get("www-authenticate")).toBe("Bearer");
  });

  it("answers a HEAD request (R5)", async () => {
    const response = await app.request("/text", { method: "HEAD", ...from(PAGE) });
    expect(corsHeaders(response)).toEqual(GRANTED);
  });
});

describe("the app's own handlers", () => {
  it("onError's response is decorated, that of a sub-app too (R8)", async () => {
    const fail = (): Response => {
      throw new Error("the handler's own");
    };
    const sub = new Hono().get("/", fail).onError(() => new Response("sub", { status: 502 }));
    const app = guarded().route("/sub", sub);
    app.get("/", fail);
    app.onError((error) => new Response(error.message, { status: 503 }));
    for (const [path, status, body] of [
      ["/", 503, "the handler's own"],
      ["/sub", 502, "sub"],
    ] as const) {
      const response = await app.request(path, from(PAGE));
      expect([response.status, await response.text()]).toEqual([status, body]);
      expect(corsHeaders(response)).toEqual(GRANTED);
    }
  });

  it("notFound's response is decorated (R2)", async () => {
    const app = guarded().notFound((c) => c.json({ error: "nothing here" }, 404));
    const response = await app.request("/nowhere", from(PAGE));
    expect(await response.json()).toEqual({ error: "nothing here" });
    expect(corsHeaders(response)).toEqual(GRANTED);
  });

  it("an error that onError throws goes on unchanged", async () => {
    const error = new Error("onError's own");
    const app = guarded().onError(() => {
      throw error;
    });
    app.get("/", () => {
      throw new Error("the handler's own");
    });
    await expect(app.request("/", from(PAGE))).rejects.toBe(error);
  });

  it("a response of nothing stays an error where the app has written on c.res (R3)", async () => {
    const app = guarded();
    app.get("/", (async (c) => {
      c.header("access-control-allow-origin", "*");
    }) as MiddlewareHandler);
    for (const [origin, headers] of [
      [PAGE, GRANTED],
      [EVIL, { vary: "Origin" }],
    ] as const) {
      const response = await app.request("/", from(origin));
      expect([response.status, await response.text()]).toEqual([500, "Internal Server Error"]);
      expect(corsHeaders(response)).toEqual(headers);
    }
  });

  it("its own sub-app, mounted, is behind the gate (R3)", async () => {
    const app = guarded();
    app.mount(
      "/mounted",
      () => new Response("", { headers: { "access-control-allow-origin": "*" } }),
    );
    expect(corsHeaders(await app.request("/mounted/x", from(PAGE)))).toEqual(GRANTED);
  });
});

describe("an upstream's response (R3, R4, R5)", () => {
  it("loses its own grant, and nothing else", async () => {
    const headers = new Headers({ "access-control-allow-origin": "*", vary: "Accept-Encoding" });
    headers.append("set-cookie", "a=1; Path=/");
    headers.append("set-cookie", "b=2; Path=/");
    const app = guarded();
    app.get("/", () => new Response("upstream", { status: 203, statusText: "Odd", headers }));
    const response = await app.request("/", from(PAGE));
    expect([response.status, response.statusText]).toEqual([203, "Odd"]);
    expect(response.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"]);
    expect(corsHeaders(response)).toEqual({ ...GRANTED, vary: "Accept-Encoding, Origin" });
    expect(corsHeaders(await app.request("/", from(EVIL)))).toEqual({
      vary: "Accept-Encoding, Origin",
    });
  });

  it("is not given another request's response where a handler sends one object again (R6)", async () => {
    const reused = new Response(null);
    const app = guarded();
    app.get("/", () => reused);
    expect(corsHeaders(await app.request("/", from(PAGE)))).toEqual(GRANTED);
    expect(corsHeaders(await app.request("/", from(EVIL)))).toEqual({ vary: "Origin" });
  });
});

describe("a preflight or a refusal is the gate's alone (A1, A2, R9)", () => {
  it("whatever the app has written on c.res before", async () => {
    const app = new Hono();
    app.use(async (c, next) => {
      c.res.headers.set("access-control-allow-origin", "*");
      await next();
      c.header("x-after", "yes");
    });
    app.use(cors({ ...POLICY, refuseDenied: true }));
    const denied = await app.request("/", from(EVIL));
    expect(denied.status).toBe(403);
    expect(corsHeaders(denied)).toEqual({ vary: "Origin" });
    expect(denied.headers.get("x-after")).toBe("yes");
    expect(corsHeaders(await app.request("/", preflight(EVIL)))).toEqual({ vary: "Origin" });
    const allowed = await app.request("/", preflight(PAGE));
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it("and no handler runs, authentication neither", async () => {
    const app = guarded(bearerAuth({ token: "secret" }));
    app.put("/", () => {
      throw new Error("must not run");
    });
    expect((await app.request("/", preflight(PAGE))).status).toBe(204);
    expect((await app.request("/", preflight(EVIL))).status).toBe(403);
    const response = await app.request("/", { method: "PUT", ...from(PAGE) });
    expect(response.status).toBe(401);
    expect(corsHeaders(response)).toEqual(GRANTED);
  });

  it("but every other OPTIONS is the application's (C3)", async () => {
    const app = guarded();
    app.options("/", (c) => c.text("DAV", 200, { dav: "1" }));
    const response = await app.request("/", { method: "OPTIONS", ...from(PAGE) });
    expect(response.headers.get("dav")).toBe("1");
    expect(corsHeaders(response)).toEqual(GRANTED);
  });
});
