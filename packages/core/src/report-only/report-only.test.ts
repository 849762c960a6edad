import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { gateForRoute } from "../adapter/index.ts";
import { corsByPath } from "../by-path/index.ts";
import { CorsConfigError } from "../config-error.ts";
import { createCors, type Cors, type Gate } from "../cors.ts";
import { type Difference, reportOnly } from "./index.ts";

const PAGE = "https://myapp.com";

function requestFrom(origin: string, path = "/"): Request {
  return new Request(`https://api.example${path}`, { headers: { origin } });
}

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Everything that is told within one turn of the loop. */
async function told(
  gate: (tell: (each: Difference) => void) => Gate,
  requests: readonly Request[],
) {
  const all: Difference[] = [];
  const made = gate((each) => void all.push(each));
  for (const request of requests) await made.check(request);
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
  return all.map(({ change, live, candidate }) => [change, live.reason, candidate.reason]);
}

describe("M2: reportOnly", () => {
  test("says what would change, and why", async () => {
    const requests = [requestFrom(PAGE), requestFrom("https://other.example")];
    expect(
      await told((tell) => reportOnly({ origin: "*" }, { origin: PAGE }, tell), requests),
    ).toEqual([["access", "origin-allowed", "origin-denied"]]);
    const live = { origin: PAGE, exposeHeaders: ["x-id", "ETag"] } as const;
    expect(
      await told((tell) => reportOnly(live, { ...live, credentials: true }, tell), requests),
    ).toEqual([["credentials", "origin-allowed", "origin-allowed"]]);
    expect(
      await told((tell) => reportOnly(live, { ...live, exposeHeaders: ["x-id"] }, tell), requests),
    ).toEqual([["exposed-headers", "origin-allowed", "origin-allowed"]]);
    expect(
      await told(
        (tell) => reportOnly(live, { ...live, exposeHeaders: ["etag", "X-ID"] }, tell),
        requests,
      ),
    ).toEqual([]);
  });

  test("asks candidates that answer later, and gates of several policies", async () => {
    const candidate = corsByPath([{ path: "/*", origin: async (origin) => origin === PAGE }]);
    const gate = (tell: (each: Difference) => void): Gate =>
      reportOnly(createCors({ origin: "*" }), candidate, tell);
    expect(await told(gate, [requestFrom(PAGE), requestFrom("https://other.example")])).toEqual([
      ["access", "origin-allowed", "origin-denied"],
    ]);
  });

  test.each([
    ["throws", () => Promise.reject(new Error("no")), "origin function failed"],
    ["is broken", undefined, "candidate of reportOnly failed"],
  ])("reports a candidate that %s, and answers at once", async (_, origin, message) => {
    const broken = {
      check: () => {
        throw new Error("no");
      },
      wrap: () => {
        throw new Error("no");
      },
    } as unknown as Gate;
    const gate = reportOnly({ origin: PAGE }, origin ? { origin } : broken, () => {});
    const verdict = gate.check(requestFrom(PAGE));
    expect(verdict).not.toBeInstanceOf(Promise);
    await vi.waitFor(() => expect(console.error).toHaveBeenCalled(), 60_000);
    expect(String(vi.mocked(console.error).mock.calls[0]?.[0])).toContain(message);
  });

  test("reports what the callback throws or rejects with", async () => {
    for (const fail of [
      () => {
        throw new Error("no");
      },
      () => Promise.reject(new Error("no")),
    ]) {
      vi.mocked(console.error).mockClear();
      await reportOnly({ origin: "*" }, { origin: PAGE }, fail).check(
        requestFrom("https://b.example"),
      );
      await vi.waitFor(() => expect(console.error).toHaveBeenCalledOnce(), 60_000);
    }
  });

  test("asks the candidate where it may say something else, and nowhere else", () => {
    const candidate = createCors({ origin: [PAGE, "https://b.example"] });
    const check = vi.spyOn(candidate, "check");
    const gate = reportOnly({ origin: [PAGE] }, candidate, () => {});
    for (const origin of [PAGE, "https://c.example"]) void gate.check(requestFrom(origin));
    void gate.check(new Request("https://api.example/"));
    expect(check).not.toHaveBeenCalled();
    void gate.check(requestFrom("https://b.example"));
    expect(check).toHaveBeenCalledOnce();
  });

  test("waits for no more than a thousand candidates at one time", () => {
    const ask = vi.fn<() => Promise<boolean>>(() => new Promise(() => {}));
    const gate = reportOnly({ origin: "*" }, { origin: ask }, () => {});
    for (let each = 0; each < 1500; each++) void gate.check(requestFrom(PAGE));
    expect(ask).toHaveBeenCalledTimes(1000);
  });

  test("asks again as soon as candidates have answered", async () => {
    const ask = vi.fn<() => Promise<boolean>>(async () => true);
    const tell = vi.fn<() => void>();
    const gate = reportOnly({ origin: "https://b.example" }, { origin: ask }, tell);
    for (let turn = 1; turn <= 3; turn++) {
      for (let each = 0; each < 600; each++) void gate.check(requestFrom(PAGE));
      await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(600 * turn));
    }
    expect(ask).toHaveBeenCalledTimes(1800);
  });

  test("waits for no candidate that answers at once", () => {
    const tell = vi.fn<() => void>();
    const gate = reportOnly({ origin: "*" }, { origin: PAGE }, tell);
    for (let each = 0; each < 1500; each++) void gate.check(requestFrom("https://b.example"));
    expect(tell).toHaveBeenCalledTimes(1500);
  });

  test("compares one policy with a gate of several by what they write", async () => {
    const live = createCors({ origin: PAGE, exposeHeaders: ["x-id"] });
    for (const [options, change] of [
      [{ credentials: true, exposeHeaders: ["X-ID"] }, "credentials"],
      [{}, "exposed-headers"],
    ] as const) {
      const candidate = corsByPath([{ path: "/*", origin: PAGE, ...options }]);
      for (const [first, second] of [
        [live, candidate],
        [candidate, live],
      ] as const) {
        const gate = (tell: (each: Difference) => void): Gate => reportOnly(first, second, tell);
        expect(await told(gate, [requestFrom(PAGE)])).toEqual([
          [change, "origin-allowed", "origin-allowed"],
        ]);
      }
    }
  });

  test("calls the live policy's own hook once for each request, and reports what it throws", async () => {
    const onVerdict = vi.fn<() => void>(() => {
      throw new Error("the hook fails");
    });
    const gate = reportOnly({ origin: PAGE, onVerdict }, { origin: "*" }, () => {});
    const guarded = gate.wrap(() => new Response("data"));
    expect(await (await guarded(requestFrom(PAGE))).text()).toBe("data");
    expect(onVerdict).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(console.error).toHaveBeenCalledOnce(), 60_000);
  });

  test("is one policy where the live one is, so that hosts see what it is", () => {
    const live = createCors({ origin: "*" });
    const gate = reportOnly(live, { origin: PAGE }, () => {}) as Partial<Cors>;
    expect(gate.options).toEqual({ ...live.options, onVerdict: expect.any(Function) });
  });

  test("does what a gate does whose wrap is someone's own", async () => {
    const cors = createCors({ origin: PAGE });
    const own = { ...cors, wrap: () => () => new Response("own") } as unknown as Gate;
    const guarded = reportOnly(own, { origin: "*" }, () => {}).wrap(() => new Response("data"));
    expect(await (await guarded(requestFrom(PAGE))).text()).toBe("own");
  });

  // H2, R10
  test("sends what the live gate of several policies says, whatever the callback writes", async () => {
    const live = corsByPath([{ path: "/*", origin: PAGE, refuseDenied: true }]);
    const seen: Difference[] = [];
    const gate = reportOnly(live, { origin: "*" }, (difference) => {
      seen.push(difference);
      Object.assign(difference.live, {
        origin: "https://other.example",
        response: new Response("written", { headers: { "access-control-allow-origin": "*" } }),
      });
    });
    const request = requestFrom("https://other.example");
    const { origin, response } = await gate.check(request);
    expect(seen).toHaveLength(1);
    expect(origin).toBe("https://other.example");
    expect(response?.status).toBe(403);
    expect(response?.headers.has("access-control-allow-origin")).toBe(false);
  });

  test("lets a gate fail as it does alone", async () => {
    const failing = {
      check: () => Promise.reject(new Error("the gate fails")),
      wrap: () => () => Promise.reject(new Error("the wrap fails")),
    } as unknown as Gate;
    const gate = reportOnly(failing, { origin: PAGE }, () => {});
    await expect(gate.check(requestFrom(PAGE))).rejects.toThrow("the gate fails");
    const guarded = gate.wrap(() => new Response("data"));
    await expect(guarded(requestFrom(PAGE))).rejects.toThrow("the wrap fails");

    const check = (): never => {
      throw new Error("the check fails");
    };
    const throwing = { check, wrap: (handler: unknown) => handler } as unknown as Gate;
    const tried = reportOnly(throwing, { origin: PAGE }, () => {}).wrap(() => new Response("data"));
    expect(await (await tried(requestFrom(PAGE))).text()).toBe("data");
    expect(console.error).toHaveBeenCalledOnce();
  });

  test("keeps the rule of a route, where a host routes by the path on the wire", async () => {
    const gate = corsByPath([
      { path: "/admin/*", origin: PAGE },
      { path: "*", origin: "*" },
    ]);
    const tell = vi.fn<(difference: Difference) => void>();
    const tried = reportOnly(gate, { origin: "*" }, tell);
    const route = { paths: "/admin/*", leadsHere: () => false };
    const verdict = await gateForRoute(tried, route).check(
      requestFrom("https://b.example", "/public"),
    );
    expect(verdict).toMatchObject({ allowed: false });
    expect(tell).toHaveBeenCalledOnce();
  });

  test("refuses policies that createCors refuses, and a missing callback", () => {
    const make = (...given: unknown[]) => Reflect.apply(reportOnly, undefined, given);
    expect(() => make({ origin: PAGE }, { origin: "nonsense" }, () => {})).toThrow(CorsConfigError);
    expect(() => make({ origin: "" }, { origin: PAGE }, () => {})).toThrow(CorsConfigError);
    expect(() => make({ origin: PAGE }, { origin: PAGE })).toThrow("onDifference is missing");
  });
});
