import { afterEach, describe, expect, test, vi } from "vitest";
import { createCors } from "./cors.ts";
import type { CorsOptions } from "./options.ts";
import type { Verdict } from "./verdict/verdict.ts";

const A = "https://a.example";
const B = "https://b.example";
const EVIL = "https://evil.example";

function from(origin: string | null, init: RequestInit = {}): Request {
  const headers = new Headers(init.headers);
  if (origin !== null) headers.set("origin", origin);
  return new Request("https://api.example.com/data", { ...init, headers });
}

afterEach(() => vi.restoreAllMocks());

describe("allows", () => {
  test("answers at once for a list", () => {
    const cors = createCors({ origin: [A, "https://*.b.example"], credentials: true });
    const allowed = [A, "https://x.b.example", B, "null", "", `${A}/`].map((origin) =>
      cors.allows(origin),
    );
    expect(allowed).toEqual([true, true, false, false, false, false]);
  });

  test("answers with a promise for a function, which gets the context and no request", async () => {
    const ask = vi.fn<(origin: string, context: string, request?: Request) => boolean>(
      (origin, context) => origin === context,
    );
    const cors = createCors<string>({ origin: ask });
    expect(await cors.allows(A, A)).toBe(true);
    expect(await cors.allows(A, B)).toBe(false);
    expect(await cors.allows("not an origin", A)).toBe(false);
    expect(ask.mock.calls).toEqual([
      [A, A, undefined],
      [A, B, undefined],
    ]);
  });

  test.each<[string, CorsOptions]>([
    ["any origin", { origin: "*" }],
    ["one origin", { origin: A }],
    ["a list", { origin: [A, B] }],
    ["a pattern", { origin: "https://*.b.example" }],
    ["any port", { origin: "http://localhost:*" }],
    ["an expression", { origin: /^https:\/\/a\.example$/ }],
    ["a function", { origin: () => true }],
  ])("denies under %s what is no text, such as a header that is not there", async (_, options) => {
    const cors = createCors(options);
    for (const origin of [undefined, null, [A], { length: 1 }, 1]) {
      expect(await cors.allows(origin as unknown as string)).toBe(false);
    }
  });

  test("calls no hook", async () => {
    const onVerdict = vi.fn<() => void>();
    createCors({ origin: A, onVerdict }).allows(A);
    await createCors({ origin: () => true, onVerdict }).allows(A);
    expect(onVerdict).not.toHaveBeenCalled();
  });

  test("O4: a function with members of a list is asked like any other", async () => {
    const ask = Object.assign((origin: string) => origin === A, { size: 1 });
    const cors = createCors({ origin: ask });
    expect(await cors.allows(A)).toBe(true);
    expect(await cors.allows(B)).toBe(false);
  });

  test("O4: a function that fails denies, and is reported", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const failure = new Error("the database is down");
    const cors = createCors({ origin: () => Promise.reject(failure) });
    expect(await cors.allows(A)).toBe(false);
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("crossgate:"), failure);
  });
});

describe("sync stays sync", () => {
  test("check and a synchronous handler answer at once without a function", () => {
    const cors = createCors({ origin: A });
    expect(cors.check(from(A))).not.toBeInstanceOf(Promise);
    expect(cors.wrap(() => new Response())(from(A))).toBeInstanceOf(Response);
  });

  test("with a function everything is a promise, also when it was not asked", () => {
    const ask = vi.fn<() => boolean>(() => true);
    const cors = createCors({ origin: ask });
    expect(cors.check(from(null))).toBeInstanceOf(Promise);
    expect(cors.allows("malformed")).toBeInstanceOf(Promise);
    expect(cors.wrap(() => new Response())(from(null))).toBeInstanceOf(Promise);
    expect(ask).not.toHaveBeenCalled();
  });
});

describe("wrap", () => {
  test("passes this and every argument on; the second one is the context", async () => {
    const contexts: unknown[] = [];
    const cors = createCors<object>({
      origin: (_, context) => contexts.push(context) > 0,
      onVerdict: (_, __, context) => contexts.push(context),
      onError: (_, __, context) => {
        contexts.push(context);
        return new Response(null, { status: 500 });
      },
    });
    const seen: unknown[] = [];
    const host = {
      fetch: cors.wrap(function (this: unknown, request: Request, env: object, ctx: string) {
        seen.push(this, request, env, ctx);
        throw new Error("broken");
      }),
    };
    const [request, env] = [from(A), {}];
    const response = await host.fetch(request, env, "ctx");
    expect(seen).toEqual([host, request, env, "ctx"]);
    expect(contexts).toEqual([env, env, env]);
    expect(response?.status).toBe(500);
  });

  test.each<[string, CorsOptions]>([
    ["a list", { origin: [A, B], onError: () => new Response() }],
    ["a function", { origin: () => true, onError: () => new Response() }],
  ])("passes undefined through, and a promise of it, under %s", async (_, options) => {
    const { wrap } = createCors(options);
    const handlers = [() => undefined, async () => undefined, () => Promise.resolve(undefined)];
    for (const handler of handlers) expect(await wrap(handler)(from(A))).toBeUndefined();
  });

  test("passes on at once what is no response, for the host to refuse", () => {
    const { wrap } = createCors({ origin: A });
    for (const answer of [null, "text", 7, { status: 200 }, {}]) {
      expect(wrap(() => answer as never)(from(A))).toBe(answer);
    }
  });

  type Then = Promise<Response>["then"];
  const thens: Readonly<Record<string, (response: Response) => Then>> = {
    "calls back at once": (response) =>
      ((resolve: (value: Response) => void) => resolve(response)) as Then,
    "calls back later": (response) =>
      ((resolve: (value: Response) => void) =>
        void setTimeout(() => resolve(response), 1)) as unknown as Then,
    "calls back twice": (response) =>
      ((resolve: (value: Response) => void) => {
        resolve(response);
        resolve(Response.error());
      }) as Then,
    "gives another promise": (response) =>
      ((resolve: (value: unknown) => void) => resolve(Promise.resolve(response))) as Then,
    "rejects with a response": (response) =>
      ((_: unknown, reject: (error: unknown) => void) => reject(response)) as Then,
    throws: (response) => () => {
      throw response;
    },
  };
  test.each(Object.entries(thens))(
    "H3: awaits what is no Promise, whose then %s",
    async (_, of) => {
      // oxlint-disable-next-line unicorn/no-thenable -- this is what such a promise is
      const thenable = { then: of(new Response("from another library")) } as Promise<Response>;
      const policies = [{ origin: "*" }, { origin: () => true }] as const;
      for (const policy of policies) {
        const promise = createCors(policy).wrap(() => thenable)(from(A));
        // A host may chain on what it gets.
        expect(promise).toBeInstanceOf(Promise);
        const answer = await promise;
        expect(await answer.clone().text()).toBe("from another library");
        expect(answer.headers.get("access-control-allow-origin")).not.toBeNull();
      }
    },
  );
});

describe("the verdict", () => {
  test("detail is one sentence, with what a stranger sent in quotes and within bounds", () => {
    const hostile = `https://evil.example/\u001b[31m"${"x".repeat(5000)}`;
    const { detail, origin } = createCors({ origin: A }).check(from(hostile));
    expect(origin).toBe(hostile);
    expect(detail.length).toBeLessThan(300);
    expect(detail).not.toContain("\u001b");
    expect(detail).toMatch(/^[A-Z].*\.$/);
  });

  test.each<[string, CorsOptions, string, Record<string, string>, string]>([
    [
      "P6",
      { origin: /^http:\/\/a\.example$/, credentials: true },
      "http://a.example",
      {},
      "plain http",
    ],
    ["O1", { origin: A }, EVIL, {}, EVIL],
    ["A3", { origin: A, allowMethods: [] }, A, { "access-control-request-method": "PUT" }, "PUT"],
    [
      "A3",
      { origin: A, allowHeaders: [] },
      A,
      { "access-control-request-method": "GET", "access-control-request-headers": "x-a" },
      "x-a",
    ],
  ])("%s: the detail names the culprit", async (_, options, origin, headers, culprit) => {
    const method = "access-control-request-method" in headers ? "OPTIONS" : "GET";
    const verdict: Verdict = await createCors(options).check(from(origin, { method, headers }));
    expect(verdict.allowed).toBe(false);
    expect(verdict.detail).toContain(culprit);
  });
});

describe("options", () => {
  test("a policy made of a gate's options is the same policy", () => {
    const { options } = createCors({
      origin: [A, /^https:\/\/[a-z]+\.b\.example$/],
      allowMethods: ["put", "PUT", "GET"],
      exposeHeaders: ["X-Request-Id"],
      credentials: true,
      selfOrigins: "https://api.example.com",
    });
    expect(createCors(options).options).toEqual(options);
    expect(options.allowMethods).toEqual(["PUT", "GET"]);
    expect(options.exposeHeaders).toEqual(["x-request-id"]);
  });

  test("are frozen through and through, and JSON without functions and expressions", () => {
    const { options } = createCors({ origin: [A, B], allowHeaders: ["X-A"] });
    expect([options, options.origin, options.allowHeaders].every(Object.isFrozen)).toBe(true);
    const copy = JSON.parse(JSON.stringify(options)) as CorsOptions;
    expect(createCors(copy as never).options).toEqual(options);
  });

  test("P12: RegExps are copies, and hold no memory", () => {
    const expression = /^https:\/\/[a-z]\.example$/g;
    const cors = createCors({ origin: expression });
    expression.compile("^evil$");
    expect([A, A, A].map((origin) => cors.allows(origin))).toEqual([true, true, true]);
  });
});

describe("P2: only what was given counts", () => {
  afterEach(() => {
    for (const name of ["origin", "dangerouslyAllowInsecureOrigins"]) {
      Reflect.deleteProperty(Object.prototype, name);
    }
  });

  test.each([
    ["an open gate", "origin", "*", {}],
    [
      "a dangerous option",
      "dangerouslyAllowInsecureOrigins",
      true,
      { origin: "http://a.example", credentials: true },
    ],
  ])("%s on Object.prototype is no option", (_, name, value, options) => {
    Object.assign(Object.prototype, { [name]: value });
    expect(() => createCors(options as CorsOptions)).toThrow("CORS policy refused");
  });
});

describe("R6: a response that a handler sends again", () => {
  test.each([204, 205, 301, 304, 400, 404, 500])(
    "is not written on, where it has no body and may be another handler's too: %i",
    (status) => {
      const shared = new Response(null, { status, headers: { "x-own": "yes" } });
      for (const options of [
        { origin: "*" },
        { origin: [A, B], exposeHeaders: ["x-a"] },
      ] as const) {
        const { headers } = createCors(options).check(from(A)).apply(shared);
        expect(headers.get("x-own")).toBe("yes");
        expect(headers.has("access-control-allow-origin")).toBe(true);
        expect([...shared.headers]).toEqual([["x-own", "yes"]]);
      }
    },
  );

  test("is one of a class of a framework's own, and stays that", () => {
    class OwnResponse extends Response {}
    const own = new OwnResponse(null, { status: 404 });
    expect(createCors({ origin: "*" }).check(from(A)).apply(own)).toBe(own);
  });

  test("A6: to two preflights carries to neither what the other asked for", () => {
    const cors = createCors({
      origin: [A, B],
      credentials: true,
      allowMethods: "*",
      preflightContinue: true,
    });
    const again = new Response(null, { status: 204 });
    const handler = cors.wrap(() => again);
    const asked = [
      [A, "PUT", "x-a"],
      [B, "DELETE", "x-b"],
    ] as const;
    const answers = asked.map(([origin, method, names]) => {
      const headers = {
        "access-control-request-method": method,
        "access-control-request-headers": names,
      };
      return handler(from(origin, { method: "OPTIONS", headers })) as Response;
    });
    const names = ["origin", "methods", "headers"].map((name) => `access-control-allow-${name}`);
    const told = answers.map(({ headers }) => names.map((name) => headers.get(name)));
    expect(told).toEqual(asked);
  });
});

describe("R10: onVerdict", () => {
  test("may return another library's promise, which calls back at once", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const then = (resolve: () => void): void => resolve();
    // oxlint-disable-next-line unicorn/no-thenable -- this is what such a promise is
    const onVerdict = (): Promise<void> => ({ then }) as unknown as Promise<void>;
    createCors({ origin: A, onVerdict }).check(from(A));
    await new Promise(setImmediate);
    expect(console.error).not.toHaveBeenCalled();
  });

  test("sees every decision once, with request and context", async () => {
    const onVerdict = vi.fn<(verdict: Verdict, request: Request, context: unknown) => void>();
    const cors = createCors({ origin: A, onVerdict });
    const requests = [from(A), from(EVIL), from(null)];
    const guarded = cors.wrap((_request, _context: unknown) => new Response());
    for (const request of requests) await guarded(request, "context");
    expect(
      onVerdict.mock.calls.map(([{ reason }, request, context]) => [reason, request, context]),
    ).toEqual([
      ["origin-allowed", requests[0], "context"],
      ["origin-denied", requests[1], "context"],
      ["no-origin", requests[2], "context"],
    ]);
  });

  test("what it throws or rejects with is reported and changes nothing", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const failure = new Error("no metrics");
    const hooks = [
      () => {
        throw failure;
      },
      () => Promise.reject(failure) as unknown as void,
    ];
    for (const onVerdict of hooks) {
      expect(createCors({ origin: A, onVerdict }).check(from(A)).allowed).toBe(true);
    }
    await vi.waitFor(() => expect(log).toHaveBeenCalledTimes(2), 60_000);
    expect(log.mock.calls).toEqual([
      ["crossgate: onVerdict failed", failure],
      ["crossgate: onVerdict failed", failure],
    ]);
  });

  const meddling: Readonly<Record<string, (verdict: Record<string, unknown>) => void>> = {
    "writes the verdict's members": (verdict) =>
      void Object.assign(verdict, { origin: EVIL, kind: "none", error: 1, response: undefined }),
    "puts another response there": (verdict) =>
      void (verdict["response"] = new Response("the hook's", { status: 299 })),
    "writes headers": ({ response }) => (response as Response | undefined)?.headers.set("x-a", "1"),
    "grants by header": ({ response }) =>
      (response as Response | undefined)?.headers.set("access-control-allow-origin", EVIL),
    "reads the body": ({ response }) => void (response as Response | undefined)?.text(),
    "cancels the body": ({ response }) => void (response as Response | undefined)?.body?.cancel(),
    "deletes members": (verdict) => {
      for (const name of Object.keys(verdict)) Reflect.deleteProperty(verdict, name);
    },
    "defines apply anew": (verdict) =>
      void (verdict["apply"] = () => new Response("the hook's", { status: 299 })),
    "applies it to a response": (verdict) =>
      void (verdict as unknown as Verdict).apply(new Response("the hook's")),
  };
  test.each(Object.entries(meddling))("H2: a hook that %s changes no response", async (_, hook) => {
    vi.spyOn(console, "error").mockReturnValue();
    const preflight = {
      method: "OPTIONS",
      headers: { "access-control-request-method": "PUT" },
    };
    const requests = [
      ...[A, EVIL, null].map((origin) => () => from(origin)),
      ...[A, EVIL].map((origin) => () => from(origin, preflight)),
    ];
    const policies = [
      { origin: [A, B], credentials: true },
      { origin: [A, B], refuseDenied: true },
      { origin: "*" },
      { origin: async (origin: string) => origin === A },
      { origin: [A, B], preflightContinue: true },
    ] as const;
    for (const policy of policies) {
      const answersOf = async (options: CorsOptions): Promise<unknown[]> => {
        const guarded = createCors(options as { origin: "*" }).wrap(() => new Response("data"));
        const answers = await Promise.all(requests.map(async (request) => guarded(request())));
        return Promise.all(
          answers.map(async (answer) => [answer.status, [...answer.headers], await answer.text()]),
        );
      };
      const onVerdict = (verdict: Verdict) => hook(verdict as unknown as Record<string, unknown>);
      expect(await answersOf({ ...policy, onVerdict })).toEqual(await answersOf(policy));
    }
  });

  test("R8: where onError fails too, both errors are reported", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const [own, failure] = [new Error("the handler's own"), new Error("onError's own")];
    const fail = (error: Error) => (): never => {
      throw error;
    };
    const guarded = createCors({ origin: A, onError: fail(failure) }).wrap(fail(own));
    await expect(guarded(from(A))).rejects.toBe(own);
    expect(log.mock.calls).toEqual([["crossgate: onError failed", failure, own]]);
  });

  test.each([7, "done", null])("what it returns is not read: %o", (value) => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const cors = createCors({ origin: A, onVerdict: () => value });
    expect(cors.check(from(A)).allowed).toBe(true);
    expect(log).not.toHaveBeenCalled();
  });

  test("calls a handler whose own apply is something else", () => {
    const handler = Object.assign(() => new Response("called"), { apply: 1, call: 2, bind: 3 });
    const guarded = createCors({ origin: "*" }).wrap(handler);
    const response = guarded(new Request("https://api.example.com/")) as Response;
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });
});
