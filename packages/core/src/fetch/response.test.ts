import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { isResponse } from "./response.ts";

/** A class that shares nothing with the global one, as the one of undici or node-fetch. */
class ForeignResponse {
  readonly status = 401;
  readonly headers: Headers = new Headers();
  readonly bodyUsed = false;
  clone(): this {
    return this;
  }
}

/** One that lacks a member, or has another thing in its place. */
function almost(member: keyof Response, value: unknown): object {
  return Object.defineProperty(new ForeignResponse(), member, { value });
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const unreadable = {
  get status(): never {
    throw new Error("no one may read this");
  },
};

describe("isResponse", () => {
  it.each([
    ["a response", new Response()],
    ["a redirect", Response.redirect("https://myapp.com/")],
    ["a network error", Response.error()],
    ["a response of a subclass", new (class extends Response {})()],
    ["a response of another class", new ForeignResponse()],
  ])("is true for %s (R8)", (_, value) => {
    expect(isResponse(value)).toBe(true);
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["a text", "200"],
    ["a number", 200],
    ["a function", () => new Response()],
    ["an error", new Error("failed")],
    [
      "an error with a status and headers",
      Object.assign(new Error("failed"), { status: 401, headers: new Headers(), body: null }),
    ],
    ["what has a text as its status", almost("status", "401")],
    ["what has a record as its headers", almost("headers", { etag: "a" })],
    ["what has no headers", almost("headers", undefined)],
    ["what does not tell whether its body was read", almost("bodyUsed", undefined)],
    ["what can't be cloned", almost("clone", true)],
    ["a request", new Request("https://myapp.com/")],
    ["an error of another realm", runInNewContext("new Error('failed')")],
    ["an object whose members throw", unreadable],
    ["a revoked proxy", revoked()],
  ])("is false for %s", (_, value) => {
    expect(isResponse(value)).toBe(false);
  });
});
