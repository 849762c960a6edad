import {
  forbidden,
  notFound,
  permanentRedirect,
  redirect,
  unauthorized,
  unstable_rethrow,
} from "next/navigation.js";
import { BailoutToCSRError } from "next/dist/shared/lib/lazy-dynamic/bailout-to-csr.js";
import { DynamicServerError } from "next/dist/client/components/hooks-server-context.js";
import { makeUntrackedHangingPromise } from "next/dist/server/dynamic-rendering-utils.js";
import { beforeAll, describe, expect, it } from "vitest";
import { isControlFlow, responseOf } from "./control-flow.ts";

const REQUEST = new Request("https://api.example.com/");

beforeAll(() => {
  process.env["__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS"] = "true";
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

async function hanging(): Promise<unknown> {
  const controller = new AbortController();
  const promise = makeUntrackedHangingPromise(controller.signal, "/route", "cookies()");
  controller.abort();
  return promise.catch((error: unknown) => error);
}

describe("isControlFlow", () => {
  it.each([
    ["redirect", async () => thrownBy(() => redirect("/to"))],
    ["permanentRedirect", async () => thrownBy(() => permanentRedirect("/to"))],
    ["notFound", async () => thrownBy(notFound)],
    ["forbidden", async () => thrownBy(forbidden)],
    ["unauthorized", async () => thrownBy(unauthorized)],
    ["a dynamic API in a static route", async () => new DynamicServerError("headers()")],
    ["a client-side bail-out", async () => new BailoutToCSRError("useSearchParams()")],
    ["a prerender that hangs", hanging],
  ])("is true of what Next's own rethrow throws: %s", async (_, make) => {
    const error = await make();
    expect(thrownBy(() => unstable_rethrow(error))).toBe(error);
    expect(isControlFlow(error)).toBe(true);
  });

  it.each([
    ["an error", new Error("mine")],
    ["a hash of one, from use cache", Object.assign(new Error("mine"), { digest: "2094389012" })],
    ["a hash with a code", Object.assign(new Error("mine"), { digest: "2094389012@E394" })],
    ["a digest that is no string", { digest: 404 }],
    ["a string", "NEXT_REDIRECT"],
    ["null", null],
    ["undefined", undefined],
  ])("is false of %s", (_, error) => {
    expect(isControlFlow(error)).toBe(false);
    unstable_rethrow(error);
  });
});

describe("responseOf", () => {
  it.each([
    "X_NEXT_REDIRECT;replace;/to;307;",
    "NEXT_REDIRECT;replace;/to;307;x",
    "NEXT_REDIRECT;replace;/to;302;",
    "X_NEXT_HTTP_ERROR_FALLBACK;404",
    "NEXT_HTTP_ERROR_FALLBACK;4040",
  ])("makes none of %s", (digest) => {
    expect(responseOf({ digest }, REQUEST)).toBeUndefined();
  });

  it.each([
    ["NEXT_REDIRECT;replace;/to;307;", 307, "/to"],
    ["NEXT_REDIRECT;push;https://example.com/;x?;308;;308;", 308, "https://example.com/;x?;308;"],
    ["NEXT_REDIRECT;replace;/to;303;", 303, "/to"],
    ["NEXT_HTTP_ERROR_FALLBACK;404", 404, null],
    ["NEXT_HTTP_ERROR_FALLBACK;403", 403, null],
    ["NEXT_HTTP_ERROR_FALLBACK;401", 401, null],
  ])("makes a response of %s", (digest, status, location) => {
    const response = responseOf({ digest }, REQUEST);
    expect(response?.status).toBe(status);
    expect(response?.headers.get("location")).toBe(location);
  });

  it.each([
    "DYNAMIC_SERVER_USAGE",
    "NEXT_HTTP_ERROR_FALLBACK;500",
    "NEXT_REDIRECT;replace;;307;",
    "NEXT_REDIRECT;replace;/to;200;",
    "NEXT_REDIRECT;sideways;/to;307;",
  ])("makes none of %s", (digest) => {
    expect(responseOf({ digest }, REQUEST)).toBeUndefined();
  });

  it.each([
    ["POST", { "content-type": "application/x-www-form-urlencoded" }, 303],
    ["POST", { "content-type": "multipart/form-data; boundary=x" }, 303],
    ["POST", { "next-action": "a1" }, 303],
    ["POST", { "content-type": "application/json" }, 307],
    ["POST", {}, 307],
    ["PUT", { "next-action": "a1" }, 307],
  ])("redirects %s %o with %i", (method, headers, status) => {
    const request = new Request(REQUEST.url, { method, headers: headers as HeadersInit });
    const response = responseOf({ digest: "NEXT_REDIRECT;push;/to;307;" }, request);
    expect(response?.status).toBe(status);
  });
});
