import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { gateFor, gateForKey, type GateSource, toGate, verdictForAll } from "./index.ts";
import { CorsConfigError } from "../config-error.ts";
import { createCors, type Gate } from "../cors.ts";

const PAGE = "https://myapp.com";
const request = (): Request =>
  new Request("https://api.example.com/", { headers: { origin: PAGE } });
const invalid = { origin: "https://MyApp.com/" } as const;

const hello = (): Response => new Response("hello");

async function answer(gate: Gate, handler = hello): Promise<Response> {
  return gate.wrap(handler)(request());
}

async function expectClosed(gate: Gate): Promise<void> {
  const handler = vi.fn<() => Response>(hello);
  const verdict = await gate.check(request());
  for (const response of [
    await answer(gate, handler),
    verdict.response,
    verdict.apply(new Response("hello", { headers: { "access-control-allow-origin": "*" } })),
  ]) {
    expect(response?.status).toBe(500);
    expect([...(response?.headers ?? [])]).toEqual([
      ["cache-control", "no-store"],
      ["content-type", "text/plain;charset=UTF-8"],
    ]);
    expect(await response?.text()).toBe("Internal Server Error\n");
  }
  expect(verdict).toMatchObject({ allowed: false, reason: "no-policy", origin: PAGE });
  expect(handler).not.toHaveBeenCalled();
  const headers = { origin: PAGE, "access-control-request-method": "PUT" };
  const others = [
    new Request("https://api.example.com/", { method: "OPTIONS", headers }),
    new Request("https://api.example.com/"),
  ];
  const kinds = await Promise.all(others.map(async (other) => (await gate.check(other)).kind));
  expect([verdict.kind, ...kinds]).toEqual(["actual", "preflight", "none"]);
}

async function allowedBy(gate: Gate): Promise<string | null> {
  return (await answer(gate)).headers.get("access-control-allow-origin");
}

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

describe("toGate", () => {
  it("compiles options", async () => {
    expect(await allowedBy(toGate({ origin: PAGE }))).toBe(PAGE);
  });

  it("returns a gate as it is, also one that is no Cors", () => {
    const cors = createCors({ origin: PAGE });
    const gate: Gate = { check: (request) => cors.check(request), wrap: cors.wrap };
    expect(toGate(gate)).toBe(gate);
  });

  it("refuses an invalid policy at once", () => {
    expect(() => toGate(invalid)).toThrow(/https:\/\/myapp\.com/u);
  });
});

describe("gateFor", () => {
  it("selects for each call and compiles once per object", async () => {
    const policies = [{ origin: PAGE }, { origin: "https://other.com" }] as const;
    const select = vi.fn<(index: 0 | 1) => GateSource>((index) => policies[index]);
    const gateOf = gateFor(select);
    expect(gateOf(0)).toBe(gateOf(0));
    expect(gateOf(1)).not.toBe(gateOf(0));
    expect(select).toHaveBeenCalledTimes(4);
    expect(await allowedBy(gateOf(0))).toBe(PAGE);
    expect(await allowedBy(gateOf(1))).toBe("https://other.com");
  });

  it("passes every argument on", () => {
    const select = vi.fn<(a: string, b: number) => GateSource>(() => ({ origin: PAGE }));
    gateFor(select)("a", 1);
    expect(select).toHaveBeenCalledWith("a", 1);
  });

  it("warns exactly once, at a hundred fresh objects, with the cure", async () => {
    const gateOf = gateFor(() => ({ origin: PAGE }));
    for (let call = 1; call < 100; call++) gateOf();
    expect(console.warn).not.toHaveBeenCalled();
    for (let call = 100; call <= 300; call++) gateOf();
    expect(console.warn).toHaveBeenCalledOnce();
    expect(console.warn).toHaveBeenCalledWith(expect.stringMatching(/Hoist .*same object.*gate/u));
    expect(await allowedBy(gateOf())).toBe(PAGE);
  });

  it("never warns when the objects come again", () => {
    const policies = [{ origin: PAGE }, { origin: "https://other.com" }] as const;
    const gateOf = gateFor((index: number): GateSource => policies[index % 2 ? 1 : 0]);
    for (let call = 0; call < 300; call++) gateOf(call);
    expect(console.warn).not.toHaveBeenCalled();
  });

  it.each<[string, () => GateSource]>([
    ["an invalid policy", () => invalid],
    ["nothing", () => undefined as unknown as GateSource],
    ["null", () => null as unknown as GateSource],
    ["a string", () => PAGE as unknown as GateSource],
    ["a promise", () => Promise.resolve({ origin: PAGE }) as unknown as GateSource],
    [
      "an exception",
      () => {
        throw new Error("no such tenant");
      },
    ],
  ])("fails closed on %s and recovers with the next good one", async (_, bad) => {
    let select = bad;
    const gateOf = gateFor(() => select());
    await expectClosed(gateOf());
    expect(console.error).toHaveBeenCalledOnce();
    select = () => ({ origin: PAGE });
    expect(await allowedBy(gateOf())).toBe(PAGE);
  });

  it("says what to write where the function returns a promise, and listens to it", async () => {
    const unheard = vi.fn<(reason: unknown) => void>();
    process.on("unhandledRejection", unheard);
    try {
      const later = async (): Promise<GateSource> => {
        throw new Error("no such tenant");
      };
      for (const gate of [
        gateFor(later as unknown as () => GateSource)(),
        gateForKey(later as unknown as (key: object) => GateSource)({}),
      ]) {
        expect((await answer(gate)).status).toBe(500);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
      const told = vi.mocked(console.error).mock.calls.map(([, error]) => String(error));
      expect(told).toHaveLength(2);
      for (const text of told) expect(text).toContain("{ origin: async (origin, context) => … }");
      expect(unheard).not.toHaveBeenCalled();
    } finally {
      process.off("unhandledRejection", unheard);
    }
  });

  it.each([undefined, null, PAGE, 7])("says what to write in place of %j", (source) => {
    gateFor(() => source as unknown as GateSource)();
    const [, error] = vi.mocked(console.error).mock.calls[0] ?? [];
    expect(error).toBeInstanceOf(CorsConfigError);
  });

  it("logs the full message", () => {
    gateFor(() => invalid)();
    const [, error] = vi.mocked(console.error).mock.calls[0] ?? [];
    expect(String(error)).toContain("https://myapp.com");
  });
});

describe("a gate that a function of the request has chosen (R11)", () => {
  const OTHER = "https://other.com";
  const POLICIES: readonly (readonly [string, object])[] = [
    ["any origin", { origin: "*" }],
    ["any origin, refusing", { origin: "*", refuseDenied: true }],
    ["one origin", { origin: PAGE, credentials: true }],
    ["one origin, refusing", { origin: PAGE, refuseDenied: true }],
    ["a list", { origin: [PAGE, OTHER] }],
    ["a function", { origin: async (origin: string) => origin === PAGE }],
    ["preflights passed on", { origin: "*", preflightContinue: true }],
  ];
  const REQUESTS: readonly HeadersInit[] = [
    {},
    { origin: PAGE },
    { origin: "https://evil.com" },
    { origin: PAGE, "access-control-request-method": "PUT" },
    { origin: "https://evil.com", "access-control-request-method": "PUT" },
  ];
  const ask = (headers: HeadersInit): Request =>
    new Request("https://api.example.com/", {
      method: new Headers(headers).has("access-control-request-method") ? "OPTIONS" : "GET",
      headers,
    });
  const all = POLICIES.flatMap(([name, options]) =>
    REQUESTS.flatMap(
      (headers) =>
        [
          [`${name}, ${JSON.stringify(headers)}`, options as GateSource, headers] as const,
          [`a gate of ${name}, ${JSON.stringify(headers)}`, toGate(options as GateSource), headers],
        ] as const,
    ),
  );

  it.each(all)("varies by Origin, and is else the same: %s", async (_, source, headers) => {
    const plain = toGate(source);
    const chosen = gateFor(() => source)();
    const handler = (): Response => new Response("hello", { headers: { vary: "accept" } });
    const expected = await plain.wrap(handler)(ask(headers));
    const wrapped = await chosen.wrap(async () => handler())(ask(headers));
    const verdict = await chosen.check(ask(headers));
    const applied = verdict.response ?? verdict.apply(handler());
    for (const response of [wrapped, applied]) {
      const { vary, ...rest } = Object.fromEntries(response.headers);
      const { vary: before, ...others } = Object.fromEntries(expected.headers);
      expect(rest).toEqual(others);
      const listed = (vary ?? "").split(", ");
      expect(listed.filter((name) => name === "Origin")).toEqual(["Origin"]);
      expect(listed).toEqual(expect.arrayContaining((before ?? "Origin").split(", ")));
      expect(response.status).toBe(expected.status);
    }
  });

  it("shows the verdict of the policy", async () => {
    const error = new Error("no store");
    const origin = (): never => {
      throw error;
    };
    for (const options of [{ origin: "*" }, { origin: [PAGE] }, { origin }]) {
      const source = options as GateSource;
      for (const headers of REQUESTS) {
        const verdict = await gateFor(() => source)().check(ask(headers));
        const { kind, origin, allowed, reason, detail, error } = await toGate(source).check(
          ask(headers),
        );
        expect(verdict).toMatchObject({ kind, origin, allowed, reason, detail });
        expect(verdict.error).toBe(error);
      }
    }
  });

  it("answers at once where the policy does, and passes nothing on as nothing", () => {
    const gate = gateFor(() => ({ origin: "*" }))();
    expect(gate.check(request())).not.toBeInstanceOf(Promise);
    expect(gate.wrap(() => undefined)(request())).toBeUndefined();
    expect(gate.wrap(hello)(request())).toBeInstanceOf(Response);
  });

  it("takes another library's promises from a gate, whose then returns nothing", async () => {
    const later = <Value>(value: Value): Promise<Value> => {
      const then = (done: (value: Value) => void): void => done(value);
      // oxlint-disable-next-line unicorn/no-thenable -- this is what such a promise is
      return { then } as unknown as Promise<Value>;
    };
    const cors = createCors({ origin: PAGE });
    const foreign: Gate = {
      check: (sent) => later(cors.check(sent)),
      wrap: () => () => later(hello()),
    };
    const gate = gateFor(() => foreign)();
    const verdict = await gate.check(request());
    expect(verdict.reason).toBe("origin-allowed");
    for (const response of [verdict.apply(hello()), await answer(gate)]) {
      expect(response.headers.get("vary")).toBe("Origin");
    }
  });

  it("copies an immutable response of another gate", async () => {
    const redirect = (): Response => Response.redirect("https://api.example.com/next", 303);
    const cors = createCors({ origin: PAGE });
    const verdict = { ...cors.check(request()), apply: redirect };
    const foreign: Gate = { check: () => verdict, wrap: () => redirect };
    const gate = gateFor(() => foreign)();
    for (const response of [await answer(gate), (await gate.check(request())).apply(hello())]) {
      expect([response.status, response.headers.get("vary")]).toEqual([303, "Origin"]);
    }
  });

  it("leaves an immutable response alone that varies already", async () => {
    const varied = new Response("hello", { headers: { vary: "accept, Origin" } });
    varied.headers.set = () => {
      throw new TypeError("immutable");
    };
    const foreign: Gate = { ...createCors({ origin: PAGE }), wrap: () => () => varied };
    expect(await answer(gateFor(() => foreign)())).toBe(varied);
  });

  it("leaves a network error alone (R6)", async () => {
    const failure = Response.error();
    expect(await answer(gateFor(() => ({ origin: "*" }))(), () => failure)).toBe(failure);
  });
});

describe("what is said on the console", () => {
  it("changes no response where the console throws (H2)", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {
      throw new Error("no warnings here");
    });
    vi.spyOn(console, "error").mockImplementation(() => {
      throw new Error("no errors here");
    });
    const gateOf = gateFor((): GateSource => ({ origin: PAGE }));
    for (let call = 0; call <= 100; call++) expect(await allowedBy(gateOf())).toBe(PAGE);
    await expectClosed(gateFor(() => invalid)());
    expect(console.warn).toHaveBeenCalled();
    expect(console.error).toHaveBeenCalled();
  });
});

describe("gateForKey", () => {
  it("adds no Vary to a static policy, since an env is no request (R11)", async () => {
    const gateOf = gateForKey((_env: object) => ({ origin: "*" }) as const);
    expect((await answer(gateOf({}))).headers.has("vary")).toBe(false);
  });

  it("selects once per key", async () => {
    const select = vi.fn<(env: { page: typeof PAGE }) => GateSource>(({ page }) => ({
      origin: page,
    }));
    const gateOf = gateForKey(select);
    const env = { page: PAGE } as const;
    expect(gateOf(env)).toBe(gateOf(env));
    expect(select).toHaveBeenCalledOnce();
    expect(gateOf({ page: PAGE })).not.toBe(gateOf(env));
    expect(await allowedBy(gateOf(env))).toBe(PAGE);
  });

  it("does not cache a failure", async () => {
    const env: { page: string } = { page: "" };
    const gateOf = gateForKey(({ page }: typeof env) => ({ origin: page as typeof PAGE }));
    await expectClosed(gateOf(env));
    env.page = PAGE;
    expect(await allowedBy(gateOf(env))).toBe(PAGE);
    env.page = "";
    expect(await allowedBy(gateOf(env))).toBe(PAGE);
  });

  it.each([undefined, null, "env"])("works without a key: %j", async (env) => {
    const gateOf = gateForKey((_env: unknown) => ({ origin: PAGE }));
    expect(await allowedBy(gateOf(env))).toBe(PAGE);
  });
});

describe("verdictForAll", () => {
  const gateWith = (options: object): Gate => toGate(options as GateSource);

  it.each([
    ["any origin", { origin: "*" }, "*"],
    ["one origin", { origin: PAGE, credentials: true }, PAGE],
    ["one origin twice", { origin: [PAGE, PAGE] }, PAGE],
  ])("is a grant for %s (R1)", (_, options, granted) => {
    const { headers } = verdictForAll(gateWith(options))!.apply(hello());
    expect(headers.get("access-control-allow-origin")).toBe(granted);
    expect(headers.has("vary")).toBe(false);
  });

  it.each([
    ["two origins", { origin: [PAGE, "https://other.com"] }],
    ["a pattern", { origin: "https://*.myapp.com" }],
    ["a RegExp", { origin: /^https:\/\/myapp\.com$/ }],
    ["a function", { origin: () => true }],
    ["refusals", { origin: PAGE, refuseDenied: true }],
  ])("is none for %s (R2)", (_, options) => {
    expect(verdictForAll(gateWith(options))).toBeUndefined();
  });

  it("is none where a gate does not show its policy", () => {
    const cors = createCors({ origin: "*" });
    const gate: Gate = { check: (request) => cors.check(request), wrap: cors.wrap };
    expect(verdictForAll(gate)).toBeUndefined();
  });

  it("is none of a gate that took its options from another, and checks by itself", () => {
    const strict = createCors({ origin: [PAGE, "https://other.com"], refuseDenied: true });
    const mixed = { ...createCors({ origin: "*" }), wrap: strict.wrap };
    expect(verdictForAll(mixed)).toBeUndefined();
    expect(
      verdictForAll(Object.assign(Object.create(strict) as Gate, createCors({ origin: "*" }))),
    ).toBeUndefined();
  });

  it("asks and tells no one (R10)", () => {
    const onVerdict = vi.fn<() => void>();
    expect(verdictForAll(toGate({ origin: "*", onVerdict }))).toBeDefined();
    expect(onVerdict).not.toHaveBeenCalled();
  });
});
