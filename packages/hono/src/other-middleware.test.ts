import { corsHeaders } from "@crossgate/testkit/cors-headers";
import { Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import { every, except } from "hono/combine";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import { describe, expect, it } from "vitest";
import { from, GRANTED, guarded, PAGE, POLICY, preflight } from "../fixtures/guarded.ts";
import { cors } from "./cors.ts";

describe("other middleware", () => {
  const LONG = "hello ".repeat(1000);
  const MIDDLEWARE = { secureHeaders, compress, etag, requestId };

  it.each(Object.entries(MIDDLEWARE))("%s inside and outside of the gate", async (_, create) => {
    for (const order of [
      [cors(POLICY), create()],
      [create(), cors(POLICY)],
    ]) {
      const app = new Hono();
      for (const middleware of order) app.use(middleware);
      app.get("/", (c) => c.text(LONG));
      const response = await app.request("/", {
        headers: { origin: PAGE, "accept-encoding": "gzip" },
      });
      const { vary, ...rest } = corsHeaders(response);
      expect({ ...rest, vary: "Origin" }).toEqual(GRANTED);
      expect(vary?.split(", ")).toContain("Origin");
    }
  });

  it("leaves its own headers", async () => {
    const app = guarded(secureHeaders(), compress(), requestId());
    app.get("/", (c) => c.text(LONG));
    const { headers } = await app.request("/", {
      headers: { origin: PAGE, "accept-encoding": "gzip" },
    });
    expect(headers.get("content-encoding")).toBe("gzip");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-request-id")).not.toBeNull();
  });

  it("a 304 of etag has the headers where etag is inside (R2)", async () => {
    const app = guarded(etag());
    app.get("/", (c) => c.text("hello"));
    const tag = (await app.request("/", from(PAGE))).headers.get("etag") ?? "";
    const response = await app.request("/", { headers: { origin: PAGE, "if-none-match": tag } });
    expect(response.status).toBe(304);
    expect(corsHeaders(response)).toEqual(GRANTED);
  });

  it("every and except of hono/combine: all that is behind the gate has the headers (R2)", async () => {
    const app = new Hono();
    app.use(except("/open/*", every(cors(POLICY), bearerAuth({ token: "secret" }))));
    app.get("/open/x", (c) => c.text("open"));
    app.get("/", (c) => c.text("closed"));
    const open = await app.request("/open/x", from(PAGE));
    expect([open.status, corsHeaders(open)]).toEqual([200, {}]);
    const headers = { origin: PAGE, authorization: "Bearer secret" };
    for (const [request, status] of [
      [from(PAGE), 401],
      [{ headers }, 200],
    ] as const) {
      const response = await app.request("/", request);
      expect([response.status, corsHeaders(response)]).toEqual([status, GRANTED]);
    }
    const asked = await app.request("/", preflight(PAGE));
    expect([asked.status, asked.headers.get("access-control-allow-origin")]).toEqual([204, PAGE]);
    const refused = await app.request("/", preflight("https://evil.com"));
    expect([refused.status, corsHeaders(refused)]).toEqual([403, { vary: "Origin" }]);
  });
});
