import { createCors, CorsConfigError } from "@crossgate/core";
import { Hono, type Context } from "hono";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cors } from "./cors.ts";
import type { HonoOptions } from "./options.ts";
import type { HonoPolicy } from "./policy.ts";

const PAGE = "https://myapp.com";
const OTHER = "https://other.com";

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

interface AppEnv {
  readonly Bindings: { readonly page: string };
}

function serve(policy: HonoPolicy<AppEnv>): (page?: string) => Promise<Response> {
  const app = new Hono<AppEnv>().use(cors(policy)).get("/", (c) => c.text("hello"));
  return async (page = PAGE) => app.request("/", { headers: { origin: PAGE } }, { page });
}

/** What JavaScript may hand over, whatever the types say. */
function refusal(given: unknown): CorsConfigError {
  try {
    cors(given as HonoOptions);
  } catch (error) {
    if (error instanceof CorsConfigError) return error;
    throw error;
  }
  throw new Error("the policy was accepted");
}

describe("a policy", () => {
  it.each([undefined, null, {}, { origin: undefined }, { origin: "" }, "https://myapp.com"])(
    "%j is refused at once (P1, P2)",
    (given) => {
      expect(refusal(given).issues[0]).toMatchObject({ path: "origin", code: "missing" });
    },
  );

  it("that a function does not return is told as one that is not there", async () => {
    const response = await serve(() => undefined as never)();
    expect([response.status, response.headers.has("access-control-allow-origin")]).toEqual([
      500,
      false,
    ]);
    const [, error] = vi.mocked(console.error).mock.calls[0] ?? [];
    expect(String(error)).toContain("missing origin; write an origin like");
  });

  it("that can't be read says why, whatever else is wrong with it", () => {
    const { proxy, revoke } = Proxy.revocable([PAGE], {});
    revoke();
    const onError = (): Response => new Response();
    expect(() => cors({ origin: proxy, onError } as never)).toThrow(/revoked/);
  });

  it("that is refused says what to write on Hono", () => {
    expect(refusal(undefined).issues).toEqual([
      {
        path: "origin",
        code: "missing",
        message:
          'missing origin; write an origin like "https://example.com" or "https://*.example.com", or ' +
          'cors({ origin: "*" }) for every page, which is what hono/cors takes cors() for',
      },
    ]);
    const onError = (): Response => new Response();
    const told = {
      path: "onError",
      code: "invalid",
      message:
        "invalid on Hono, which hands errors to the app before a middleware sees them; leave it out " +
        "and write app.onError((error, c) => …), whose response gets CORS headers too",
    };
    expect(refusal({ origin: PAGE, onError }).issues).toEqual([told]);
    expect(refusal(createCors({ origin: PAGE, onError })).issues).toEqual([told]);
    const { issues } = refusal({ origin: PAGE, maxAge: -1, onError });
    expect(issues.map(({ path }) => path)).toEqual(["maxAge", "onError"]);
  });

  it("may be a gate", async () => {
    const response = await serve(createCors({ origin: PAGE }))();
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it("gets Hono's context (O4, R10)", async () => {
    const origin = vi.fn<(origin: string, c: Context<AppEnv>) => boolean>(
      (origin, c) => origin === c.env.page,
    );
    const onVerdict = vi.fn<(verdict: unknown, request: Request, c: Context<AppEnv>) => void>();
    const get = serve({ origin, onVerdict });
    expect((await get()).headers.get("access-control-allow-origin")).toBe(PAGE);
    expect((await get(OTHER)).headers.get("access-control-allow-origin")).toBeNull();
    const [[, c]] = origin.mock.calls as [[string, Context]];
    expect(origin).toHaveBeenCalledTimes(2);
    expect(onVerdict).toHaveBeenCalledTimes(2);
    expect(onVerdict).toHaveBeenNthCalledWith(1, expect.anything(), c.req.raw, c);
  });
});

describe("onError", () => {
  const onError = (): Response => new Response();

  it("is refused with the way to write it, beside every other problem (P1, R8)", () => {
    const { issues, message } = refusal({ origin: `${PAGE}/`, methods: [], onError });
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      ["origin", "invalid"],
      ["methods", "unknown"],
      ["onError", "invalid"],
    ]);
    expect(message).toContain("write app.onError((error, c) => …)");
  });

  it("is refused alone, and as what a gate was made of", () => {
    expect(refusal({ origin: PAGE, onError }).issues).toHaveLength(1);
    expect(refusal(createCors({ origin: PAGE, onError })).issues).toHaveLength(1);
    expect(refusal({ origin: PAGE, onError: "log" }).issues).toHaveLength(1);
  });

  it("may be undefined", () => {
    expect(() => cors({ origin: PAGE, onError: undefined })).not.toThrow();
  });

  it("is refused from a function too, and no one passes", async () => {
    const response = await serve(() => ({ origin: PAGE, onError }))();
    expect(response.status).toBe(500);
    expect(String(vi.mocked(console.error).mock.calls[0]?.[1])).toContain("app.onError");
  });
});

describe("a function of the context", () => {
  it("is called with every request, and what it returns is compiled once per object", async () => {
    const policies = new Map([PAGE, OTHER].map((page) => [page, { origin: page as typeof PAGE }]));
    const select = vi.fn<(c: Context<AppEnv>) => HonoOptions<AppEnv>>((c) =>
      policies.get(c.env.page)!,
    );
    const get = serve(select);
    for (let index = 0; index < 100; index++) {
      const page = index % 2 === 0 ? PAGE : OTHER;
      expect((await get(page)).headers.get("access-control-allow-origin")).toBe(page);
    }
    expect(select).toHaveBeenCalledTimes(100);
    expect(console.warn).not.toHaveBeenCalled();
  });

  it("that makes a policy for each request is warned of once", async () => {
    const get = serve((c) => ({ origin: c.env.page as typeof PAGE }));
    for (let index = 0; index < 250; index++) await get();
    expect(console.warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("100 policies"));
  });

  it.each([
    ["a policy that is refused", () => ({ origin: `${PAGE}/` })],
    ["no policy", () => undefined],
    [
      "an error",
      () => {
        throw new Error("no such tenant");
      },
    ],
  ])("that answers with %s fails closed, and the next one works (P1)", async (_, wrong) => {
    let asked = 0;
    const right = { origin: PAGE } as const;
    const handler = vi.fn<(c: Context) => Response>((c) => c.text("hello"));
    const app = new Hono().get(
      "/",
      cors(() => (++asked === 1 ? (wrong() as typeof right) : right)),
      handler,
    );
    const get = async (): Promise<Response> => app.request("/", { headers: { origin: PAGE } });
    const closed = await get();
    expect([closed.status, await closed.text()]).toEqual([500, "Internal Server Error\n"]);
    expect([...closed.headers.keys()].filter((name) => name.startsWith("access-"))).toEqual([]);
    expect(handler).not.toHaveBeenCalled();
    expect(console.error).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining("500 is sent"),
      expect.any(Error),
    );
    expect((await get()).headers.get("access-control-allow-origin")).toBe(PAGE);
  });
});

describe("a function of the context that answers later", () => {
  it("is waited for, and compiled once per object", async () => {
    const policy = { origin: PAGE } as const;
    const get = serve(async () => policy);
    for (let index = 0; index < 150; index++) {
      const { headers } = await get();
      expect(headers.get("access-control-allow-origin")).toBe(PAGE);
      expect(headers.get("vary")).toBe("Origin");
    }
    expect(console.warn).not.toHaveBeenCalled();
  });

  it("is waited for where it is another library's promise, whose then returns nothing", async () => {
    const then = (resolve: (policy: object) => void): void => {
      resolve({ origin: PAGE });
    };
    // oxlint-disable-next-line unicorn/no-thenable -- this is what such a promise is
    const get = serve(() => ({ then }) as unknown as Promise<{ origin: string }>);
    expect((await get()).headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it("fails closed where it rejects, and the next one works", async () => {
    let asked = 0;
    const get = serve(async () => {
      if (++asked === 1) throw new Error("no such tenant");
      return { origin: PAGE };
    });
    expect((await get()).status).toBe(500);
    expect(console.error).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining("500 is sent"),
      new Error("no such tenant"),
    );
    expect((await get()).headers.get("access-control-allow-origin")).toBe(PAGE);
  });
});

describe("cors(), as hono/cors has it for every page", () => {
  it("is refused with what to write instead", () => {
    expect(refusal(undefined).message).toContain(
      'cors({ origin: "*" }) for every page, which is what hono/cors takes cors() for',
    );
  });
});
