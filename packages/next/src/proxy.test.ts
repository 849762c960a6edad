import { CorsConfigError, createCors, type CorsOptions, type Gate } from "@crossgate/core";
import { NextResponse } from "next/server.js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { corsProxy } from "./proxy.ts";

const PAGE = "https://myapp.com";
const event = { waitUntil: () => {} };
const warn = vi.spyOn(console, "warn");

/** A gate, and no more. */
const HIDDEN: Gate = { ...createCors({ origin: PAGE }), options: undefined } as Gate;

function request(headers: Record<string, string> = { origin: PAGE }, method = "GET"): Request {
  return new Request("https://app.example.com/api", { method, headers });
}

beforeEach(() => {
  warn.mockReturnValue();
});
afterEach(() => vi.clearAllMocks());

describe("corsProxy", () => {
  it("lets Next go on with the policy's headers", async () => {
    const response = await corsProxy({ origin: PAGE })(request(), event);
    expect(response).toBeInstanceOf(NextResponse);
    expect(response.headers.get("x-middleware-next")).toBe("1");
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it("answers a preflight without asking the rest of the proxy (A1)", async () => {
    const rest = vi.fn<() => Response>(() => new Response());
    const sent = request({ origin: PAGE, "access-control-request-method": "PUT" }, "OPTIONS");
    const response = await corsProxy({ origin: PAGE }, { proxy: rest })(sent, event);
    expect(response.status).toBe(204);
    expect(response.headers.has("x-middleware-next")).toBe(false);
    expect(rest).not.toHaveBeenCalled();
  });

  it.each([undefined, null])("goes on when the rest of the proxy says %s", async (nothing) => {
    const rest = vi.fn<(...args: unknown[]) => null | undefined>(() => nothing);
    const sent = request();
    const response = await corsProxy({ origin: PAGE }, { proxy: rest })(sent, event);
    expect(response.headers.get("x-middleware-next")).toBe("1");
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(rest).toHaveBeenCalledExactlyOnceWith(sent, event);
  });

  it("gives the event to the policy's functions", async () => {
    const origin = vi.fn<() => boolean>(() => true);
    const sent = request();
    await corsProxy({ origin })(sent, event);
    expect(origin).toHaveBeenCalledExactlyOnceWith(PAGE, event, sent);
  });

  it.each(["https://upstream.example", "https://app.example.com:8443"])(
    "warns once of a rewrite to %s, and passes it on",
    async (server) => {
      const proxy = corsProxy(
        { origin: PAGE },
        { proxy: () => NextResponse.rewrite(`${server}/data`) },
      );
      for (const sent of [request(), request()]) {
        const response = await proxy(sent, event);
        expect(response.headers.get("x-middleware-rewrite")).toBe(`${server}/data`);
        expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
      }
      expect(warn).toHaveBeenCalledExactlyOnceWith(
        `crossgate: corsProxy passed on a rewrite to ${server}. Next sends the CORS headers of that ` +
          "server, even to an origin that the policy denies. Write a route handler in place of the " +
          "rewrite: withCors({ GET: () => fetch(…) }, policy).",
      );
    },
  );

  it("warns of no rewrite to a path of the app", async () => {
    const rewrite = () => NextResponse.rewrite("https://app.example.com/en/api");
    await corsProxy({ origin: PAGE }, { proxy: rewrite })(request(), event);
    expect(warn).not.toHaveBeenCalled();
  });

  it("warns of nothing, and throws nothing, where a rewrite names no URL (H2)", async () => {
    const response = new Response(null, { headers: { "x-middleware-rewrite": "http://:80:80" } });
    await corsProxy({ origin: PAGE }, { proxy: () => response })(request(), event);
    expect(warn).not.toHaveBeenCalled();
  });

  it("is made where the console throws (H2)", async () => {
    warn.mockImplementation(() => {
      throw new Error("the console is broken");
    });
    const proxy = corsProxy({ origin: [PAGE, "https://other.com"] });
    const response = await proxy(request(), event);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(warn).toHaveBeenCalledOnce();
  });

  it("takes a function from the request to a policy", async () => {
    const proxy = corsProxy(({ url }) => ({ origin: url.includes("/api") ? PAGE : "*" }));
    const response = await proxy(request(), event);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it("refuses an invalid policy at once", () => {
    expect(() => corsProxy({ origin: "https://MyApp.com" })).toThrow(CorsConfigError);
  });

  it.each<[string, Parameters<typeof corsProxy>[0]]>([
    ["any origin", { origin: "*" }],
    ["one origin", { origin: PAGE, credentials: true }],
    ["one origin twice", { origin: [PAGE, PAGE] }],
    ["a gate of one origin", createCors({ origin: PAGE })],
  ])("is content with %s (R1)", (_, policy) => {
    corsProxy(policy);
    expect(warn).not.toHaveBeenCalled();
  });

  it.each<[string, Parameters<typeof corsProxy>[0]]>([
    ["two origins", { origin: [PAGE, "https://other.com"] }],
    ["a pattern", { origin: "https://*.myapp.com" }],
    ["any port", { origin: "http://localhost:*" }],
    ["a RegExp", { origin: /^https:\/\/myapp\.com$/ }],
    ["a function", { origin: () => true }],
    ["refusals", { origin: PAGE, refuseDenied: true }],
    ["a gate that does not show its policy", HIDDEN],
    ["a policy by request", (): CorsOptions => ({ origin: PAGE })],
  ])("warns of %s, unless it is said that no page is meant (R2)", (_, policy) => {
    corsProxy(policy, { routeHandlersOnly: true });
    expect(warn).not.toHaveBeenCalled();
    corsProxy(policy);
    const [message] = warn.mock.calls[0] ?? [];
    expect(warn).toHaveBeenCalledOnce();
    for (const words of [
      "overwrites Vary on",
      "one origin's response to another",
      "routeHandlersOnly: true",
    ]) {
      expect(message).toContain(words);
    }
  });
});
