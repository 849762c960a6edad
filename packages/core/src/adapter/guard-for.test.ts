import { describe, expect, test } from "vitest";
import { createCors, type Gate } from "../cors.ts";
import { gateFor, gateForKey, guardFor } from "./index.ts";

const PAGE = "https://myapp.com";
const request = (): Request =>
  new Request("https://api.example.com/", { headers: { origin: PAGE } });

/** A gate that counts how often it wraps. */
function counting(): { readonly gate: Gate; readonly wraps: () => number } {
  const cors = createCors({ origin: PAGE });
  let wraps = 0;
  const wrap = (handler: () => Response): unknown => {
    wraps++;
    return cors.wrap(handler);
  };
  return {
    gate: { check: (sent) => cors.check(sent), wrap: wrap as unknown as Gate["wrap"] },
    wraps: () => wraps,
  };
}

describe("guardFor", () => {
  test.each([
    ["options", { origin: PAGE }],
    ["a gate", createCors({ origin: PAGE })],
    ["a function", () => ({ origin: PAGE })],
  ])("puts a handler behind %s, with its arguments and this", async (_, policy) => {
    const seen: unknown[] = [];
    const guard = guardFor<string>(policy);
    const guarded = guard(function (this: unknown, ...given: unknown[]) {
      seen.push(this, ...given);
      return new Response("hello");
    });
    const sent = request();
    const self = {};
    const call = guarded as (this: unknown, ...given: unknown[]) => Response | Promise<Response>;
    const response = await call.call(self, sent, "context", "more");
    expect(seen).toEqual([self, sent, "context", "more"]);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(guarded.length).toBeGreaterThan(0);
  });

  test("wraps a handler once per gate that a function chooses", () => {
    const { gate, wraps } = counting();
    const narrowed: Gate[] = [];
    const guard = guardFor<string>(() => gate);
    const guarded = guard(
      () => new Response("hello"),
      (given) => {
        narrowed.push(given);
        return given;
      },
    ) as (request: Request, context: string) => unknown;
    for (let count = 0; count < 3; count++) guarded(request(), "context");
    expect(wraps()).toBe(1);
    expect(narrowed).toHaveLength(1);
  });

  test("narrows the gate of options, too", async () => {
    const closed = createCors({ origin: "https://other.example" });
    const guard = guardFor<string>({ origin: PAGE });
    const guarded = guard(
      () => new Response("hello"),
      () => closed as Gate<string>,
    ) as unknown as (request: Request) => Response;
    expect(guarded(request()).headers.get("access-control-allow-origin")).toBe(
      "https://other.example",
    );
  });
});

test("gateFor and gateForKey make one gate of options, and prepare them first", async () => {
  const prepared = gateFor<[], unknown>({ origin: "https://other.example" }, () => ({
    origin: PAGE,
  }));
  const keyed = gateForKey<string, unknown>({ origin: PAGE });
  for (const gate of [prepared(), keyed("env")]) {
    expect((await gate.check(request())).reason).toBe("origin-allowed");
  }
  expect(prepared()).toBe(prepared());
  expect(keyed("one")).toBe(keyed("other"));
});
