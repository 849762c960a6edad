import { once } from "node:events";
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SPELLINGS } from "@crossgate/testkit/admin-paths";
import { corsHeaders } from "@crossgate/testkit/cors-headers";
import { shakeHands } from "@crossgate/testkit/handshake";
import { isAdminOpen } from "@crossgate/testkit/is-admin-open";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOSTS, type Served } from "../fixtures/hosts.ts";

const PAGE = "https://www.myapp.com";
const EVIL = "https://evil.com";
const GRANTED = {
  "access-control-allow-credentials": "true",
  "access-control-allow-origin": PAGE,
  "access-control-expose-headers": "x-upstream",
};

let upstream: Server;

beforeAll(async () => {
  upstream = createServer((_, response) => {
    response.writeHead(
      203,
      [
        ["access-control-allow-origin", "https://somebody-else.com"],
        ["vary", "Accept-Language"],
        ["set-cookie", "a=1; Path=/"],
        ["set-cookie", "b=2; Path=/"],
        ["x-upstream", "yes"],
      ].flat(),
    );
    response.end("from upstream");
  }).listen(0, "127.0.0.1");
  await once(upstream, "listening");
});
afterAll(() => upstream.close());

describe.each(Object.entries(HOSTS))("on %s", (_, serve) => {
  let server: Served;

  beforeAll(async () => {
    const { port } = upstream.address() as AddressInfo;
    server = await serve({
      UPSTREAM: `http://127.0.0.1:${port}/`,
      WRONG_ORIGINS: "https://MyApp.com/",
      ORIGINS: "https://*.myapp.com",
    });
  });
  afterAll(async () => server.stop());

  async function get(path: string, origin: string = PAGE): Promise<Response> {
    return fetch(new URL(path, server.url), { headers: { origin }, redirect: "manual" });
  }

  it.each([
    ["/api/text", 200, "text", "Origin"],
    ["/api/null", 204, "", "Origin"],
    ["/api/redirect", 307, "", "Origin"],
    ["/api/static-redirect", 303, "", "Origin"],
    ["/api/fetched", 203, "from upstream", "Accept-Language, Origin"],
    ["/api/proxied", 203, "from upstream", "Accept-Language, Origin"],
    ["/api/throw", 500, '{"error":"the handler\'s own"}', "Origin"],
    ["/api/exception", 401, "who are you?", "Origin"],
    ["/api/exception-with-res", 401, "who are you?", "Origin"],
    ["/api/nowhere", 404, "404 Not Found", "Origin"],
  ])(
    "%s is the same for everyone, except for the policy's headers (R2, R3, R5)",
    async (...row) => {
      const [path, status, body, vary] = row;
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([status, body]);
      expect(corsHeaders(response)).toEqual({ ...GRANTED, vary });
      const denied = await get(path, EVIL);
      expect([denied.status, await denied.text()]).toEqual([status, body]);
      expect(corsHeaders(denied)).toEqual({ vary });
    },
  );

  it.each(["/api/fetched", "/api/proxied"])("%s keeps both cookies (R5, R6)", async (path) => {
    const { headers } = await get(path);
    expect(headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"]);
    expect(headers.get("x-upstream")).toBe("yes");
  });

  it.each(["/api/stream", "/api/stream-text", "/api/sse"])(
    "%s: the first chunk before the second is written (R5)",
    async (path) => {
      const request = httpRequest(new URL(path, server.url), {
        method: "POST",
        headers: { origin: PAGE },
      });
      request.write("first");
      const [response] = await once(request, "response");
      expect(response.headers["access-control-allow-origin"]).toBe(PAGE);
      const [first] = await once(response, "data");
      expect(String(first)).toContain("first");
      request.end("second");
      expect(String(await response.toArray())).toContain("second");
    },
  );

  it("preflights are answered, and refused, before a handler (A1, A2)", async () => {
    const ask = async (origin: string): Promise<Response> =>
      fetch(new URL("/api/throw", server.url), {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "PUT" },
      });
    const allowed = await ask(PAGE);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get("access-control-allow-methods")).toContain("PUT");
    const denied = await ask(EVIL);
    expect([denied.status, await denied.text()]).toEqual([403, "Origin not allowed.\n"]);
  });

  it.each(SPELLINGS)("%s never reaches the admin handler under another rule", async (path) => {
    expect(await isAdminOpen(Number(server.url.port), path, "paths.example")).toBe(false);
  });

  it("a bad policy from env: 500 without CORS headers, the message in the log, then the good one", async () => {
    const closed = await get("/env");
    expect(closed.status).toBe(500);
    expect(corsHeaders(closed)).toEqual({});
    await expect.poll(() => server.log.join("")).toContain('write "https://myapp.com"');
    const open = await get("/env");
    expect(await open.text()).toBe("hello");
    expect(corsHeaders(open)).toEqual({ "access-control-allow-origin": PAGE, vary: "Origin" });
  });

  describe("a WebSocket with refuseDenied (R6, R9)", () => {
    const socket = (): URL => new URL("/socket", server.url);

    it("echoes to an allowed page", async () => {
      expect(await shakeHands(socket(), { origin: PAGE })).toEqual({
        status: 101,
        echo: "echo hello",
      });
    });

    it("refuses any other before the handler runs", async () => {
      const opened = async (): Promise<string> => (await get("/opened")).text();
      const before = await opened();
      expect(await shakeHands(socket(), { origin: EVIL })).toEqual({ status: 403 });
      expect(await opened()).toBe(before);
    });

    it("opens to the server's own page, which says no Sec-Fetch-Site", async () => {
      const { origin } = server.url;
      expect((await shakeHands(socket(), { origin })).echo).toBe("echo hello");
    });

    it("opens to its own page even if a TLS proxy made the URL http", async () => {
      const headers = { host: "api.example.com", origin: "https://api.example.com" };
      expect((await shakeHands(socket(), headers)).echo).toBe("echo hello");
      const other = { ...headers, origin: "https://www.example.com" };
      expect(await shakeHands(socket(), other)).toEqual({ status: 403 });
    });
  });
});
