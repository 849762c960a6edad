import { createCors, type Gate } from "@crossgate/core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fuzz } from "./fuzz.ts";
import type { CreateGate } from "./run.ts";

beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());
afterEach(() => vi.restoreAllMocks());

/** The gate, whose responses are then changed. */
function changed(change: (response: Response, request: Request) => void): CreateGate {
  return (options) => {
    const cors: Gate = createCors(options);
    return {
      check: (request, context) => cors.check(request, context),
      wrap: (handler) => {
        const guarded = cors.wrap(handler);
        return async function (this: never, ...given: Parameters<typeof guarded>) {
          const response = await guarded.apply(this, given);
          if (response) change(response, given[0]);
          return response;
        } as never;
      },
    };
  };
}

describe("the oracle", () => {
  it("agrees with the gate", async () => {
    const { wrong, cases, reasons } = await fuzz(1, 5000);
    expect(wrong).toEqual([]);
    expect(cases).toBe(5000);
    expect([...reasons.keys()].toSorted()).toEqual([
      "header-not-allowed",
      "method-not-allowed",
      "no-origin",
      "origin-allowed",
      "origin-denied",
      "origin-malformed",
      "origin-null",
      "preflight-allowed",
      "same-origin",
    ]);
  });

  const FAULTS: Record<string, CreateGate> = {
    "no Vary where an origin is denied": changed(({ headers }) => {
      if (!headers.has("access-control-allow-origin")) headers.delete("vary");
    }),
    "credentials without an origin": changed(({ headers }) => {
      if (headers.has("vary")) headers.set("access-control-allow-credentials", "true");
    }),
    "the origin of whoever asks": changed(({ headers }, request) => {
      const origin = request.headers.get("origin");
      if (origin) headers.set("access-control-allow-origin", origin);
    }),
    "Max-Age left out": changed(({ headers }) => headers.delete("access-control-max-age")),
    "an upper-case name echoed": (options) =>
      createCors({ ...options, allowHeaders: options.allowHeaders === "*" ? undefined : ["x-a"] }),
    "plain HTTP with credentials": (options) =>
      createCors({
        ...options,
        dangerouslyAllowInsecureOrigins:
          typeof options.origin === "function" || options.dangerouslyAllowInsecureOrigins,
      }),
    "no refusal": (options) => createCors({ ...options, refuseDenied: false }),
    "one origin lost": (options) =>
      createCors({
        ...options,
        origin:
          Array.isArray(options.origin) && options.origin.length > 1
            ? options.origin.slice(1)
            : options.origin,
      } as never),
  };

  it.each(Object.entries(FAULTS))("finds a planted fault: %s", async (_, createGate) => {
    expect((await fuzz(2, 20_000, createGate)).wrong).not.toEqual([]);
  });
});
