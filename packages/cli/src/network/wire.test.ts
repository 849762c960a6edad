import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { explain } from "../explain/explain.ts";
import { freePort } from "@crossgate/testkit/free-port";
import { UsageError } from "../usage-error.ts";
import { defaultLimits } from "./limits.ts";
import { createWire } from "./wire.ts";
import { WireError } from "./wire-error.ts";

let server: Server | undefined;

async function listen(listener: Parameters<typeof createServer>[1]): Promise<string> {
  server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

describe("the wire", () => {
  it("sends the headers only a browser may set, and the body", async () => {
    const url = await listen(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      const {
        origin,
        "sec-fetch-mode": mode,
        "access-control-request-method": method,
      } = request.headers;
      response.end(JSON.stringify({ origin, mode, method, body }));
    });
    const headers = {
      origin: "https://myapp.com",
      "sec-fetch-mode": "cors",
      "access-control-request-method": "PUT",
    };
    const { network } = createWire({ limits: defaultLimits });
    const response = await network(new Request(url, { method: "POST", headers, body: "hello" }));
    expect(await response.json()).toEqual({
      origin: "https://myapp.com",
      mode: "cors",
      method: "PUT",
      body: "hello",
    });
  });

  it("keeps two lines of one name apart, follows nothing, and bounds the body", async () => {
    const url = await listen((_, response) => {
      response.writeHead(302, { location: "/", "x-twice": ["1", "2"] });
      response.end("x".repeat(100));
    });
    const wire = createWire({ limits: { ...defaultLimits, bodyBytes: 10 } });
    const response = await wire.network(new Request(url));
    expect(response.status).toBe(302);
    expect(wire.linesOf(response).filter(([name]) => name === "x-twice")).toHaveLength(2);
    expect(await response.text()).toHaveLength(10);
  });

  it.each([
    ["dns", "ENOTFOUND"],
    ["dns", "EAI_AGAIN"],
    ["refused", "ECONNREFUSED"],
    ["tls", "CERT_HAS_EXPIRED"],
    ["tls", "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["tls", "ERR_SSL_WRONG_VERSION_NUMBER"],
    ["timeout", "ETIMEDOUT"],
    ["protocol", "HPE_HEADER_OVERFLOW"],
    ["unreachable", "EHOSTUNREACH"],
  ])("calls it %s when a socket says %s", (fault, code) => {
    expect(WireError.from(Object.assign(new Error("failed"), { code })).fault).toBe(fault);
  });
});

describe("explain without a response", () => {
  it("names a refused connection, and no CORS failure", async () => {
    const report = await explain({ url: `http://127.0.0.1:${await freePort()}/` });
    expect(report).toMatchObject({
      verdict: "unreachable",
      failure: null,
      unreachable: { fault: "refused" },
    });
  });

  it("names TLS where the server speaks none", async () => {
    const url = await listen((_, response) => response.end());
    const report = await explain({ url: url.replace("http:", "https:"), timeout: 60_000 });
    expect(report.unreachable?.fault).toBe("tls");
  });

  it("names a time-out", async () => {
    const url = await listen(() => undefined);
    const report = await explain({ url, timeout: 200 });
    expect(report.unreachable?.fault).toBe("timeout");
  });

  it.each([
    [{ url: "api.example.com" }],
    [{ url: "http://localhost", origin: "nowhere" }],
    [{ url: "http://localhost", method: "TRACE" }],
    [{ url: "http://localhost", method: "GET", body: "a GET has none" }],
  ])("refuses what a page could not ask: %j", async (question) => {
    await expect(explain(question)).rejects.toThrow(UsageError);
  });
});
