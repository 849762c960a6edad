import { CorsConfigError, createCors, type CorsOptions } from "@crossgate/core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { withCors } from "./with-cors.ts";

const PAGE = "https://myapp.com";
const context = { params: Promise.resolve({ id: "7" }) };
const ok = (): Response => new Response("ok");

function request(method = "GET", headers: Record<string, string> = {}): Request {
  return new Request("https://api.example.com/", { method, headers: { origin: PAGE, ...headers } });
}

async function allowedMethods(handlers: object, policy: CorsOptions): Promise<string | null> {
  const { OPTIONS } = withCors(handlers, policy);
  const answer = await OPTIONS(request("OPTIONS", { "access-control-request-method": "PUT" }));
  return answer.headers.get("access-control-allow-methods");
}

afterEach(() => vi.restoreAllMocks());

describe("withCors", () => {
  it.each([
    ["nothing", undefined, ""],
    ["no handler", {}, ""],
    ["one in lower case", { get: ok }, ', and got "get"'],
    ["another export of the module", { GET: ok, dynamic: "force-static" }, ', and got "dynamic"'],
    ["a handler that is none", { GET: ok, POST: undefined }, ', and got "POST"'],
  ])("refuses %s", (_, handlers, got) => {
    expect(() => withCors(handlers as object, { origin: PAGE })).toThrow(
      new TypeError(
        "withCors needs a function for at least one of GET, HEAD, OPTIONS, POST, PUT, DELETE, PATCH" +
          `${got}: withCors({ GET, POST }, options)`,
      ),
    );
  });

  it("refuses an invalid policy at once", () => {
    expect(() => withCors({ GET: ok }, { origin: "https://MyApp.com" })).toThrow(CorsConfigError);
    expect(() => withCors({ GET: ok }, undefined as unknown as CorsOptions)).toThrow(
      CorsConfigError,
    );
  });

  it("exports OPTIONS and what it was given, and nothing else", () => {
    expect(Object.keys(withCors({ GET: ok }, { origin: PAGE }))).toEqual(["OPTIONS", "GET"]);
  });

  it("answers another OPTIONS as Next does, with what is exported (C3)", async () => {
    const { OPTIONS } = withCors({ POST: ok, GET: ok }, { origin: PAGE });
    const answer = await OPTIONS(request("OPTIONS"));
    expect([answer.status, answer.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS, POST"]);
    expect(answer.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it("infers methods where the option is there and says nothing", async () => {
    const unsaid = { origin: PAGE, allowMethods: undefined } as const;
    expect(await allowedMethods({ PUT: ok }, unsaid)).toBe("PUT");
  });

  it("names HEAD once, even if it was given beside GET", async () => {
    const { OPTIONS } = withCors({ HEAD: ok, GET: ok }, { origin: PAGE });
    const answer = await OPTIONS(request("OPTIONS"));
    expect(answer.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  });

  it.each([null, undefined])("refuses %s in place of a policy (P2)", (policy) => {
    expect(() => withCors({ GET: ok }, policy as never)).toThrow("origin: missing origin");
  });

  it("allows the methods that it was given (P7, A1)", async () => {
    expect(await allowedMethods({ GET: ok }, { origin: PAGE })).toBe("GET,HEAD");
    expect(await allowedMethods({ HEAD: ok, GET: ok }, { origin: PAGE })).toBe("HEAD,GET");
    expect(await allowedMethods({ PUT: ok, OPTIONS: ok }, { origin: PAGE })).toBe("PUT,OPTIONS");
    const named = { origin: PAGE, allowMethods: ["DELETE"] } as const;
    expect(await allowedMethods({ GET: ok }, named)).toBe("DELETE");
    const none = { origin: PAGE, allowMethods: [] } as const;
    expect(await allowedMethods({ GET: ok }, none)).toBeNull();
    const gate = createCors({ origin: PAGE, allowMethods: ["PATCH"] });
    expect(await allowedMethods({ GET: ok }, gate as unknown as CorsOptions)).toBe("PATCH");
  });

  it("passes on every argument, and this", async () => {
    const GET = vi.fn<(...args: unknown[]) => Response>(ok);
    const guarded = withCors({ GET }, { origin: PAGE });
    const sent = request();
    await (guarded.GET as (...args: unknown[]) => unknown)(sent, context, "more");
    expect(GET).toHaveBeenCalledExactlyOnceWith(sent, context, "more");
    expect(GET.mock.contexts).toEqual([guarded]);
  });

  it("gives the route context to the policy's functions (O4, R8, R10)", async () => {
    const origin = vi.fn<() => boolean>(() => true);
    const onVerdict = vi.fn<() => void>();
    const onError = vi.fn<() => Response>(() => new Response(null, { status: 500 }));
    const { GET } = withCors(
      {
        GET(_request: Request, _context: typeof context) {
          throw new Error("the handler's own");
        },
      },
      { origin, onVerdict, onError },
    );
    const sent = request();
    await GET(sent, context);
    expect(origin).toHaveBeenCalledExactlyOnceWith(PAGE, context, sent);
    expect(onVerdict).toHaveBeenCalledExactlyOnceWith(expect.anything(), sent, context);
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.any(Error), sent, context);
  });

  it("asks a policy function for each request, and compiles an object once", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const policies = [{ origin: PAGE }, createCors({ origin: "*" })] as const;
    let asked = 0;
    const { GET } = withCors({ GET: ok }, () => policies[asked++ % 2]!);
    for (let count = 0; count < 300; count++) {
      const { headers } = await GET(request());
      expect(headers.get("access-control-allow-origin")).toBe(count % 2 === 0 ? PAGE : "*");
    }
    expect(asked).toBe(300);
    expect(warn).not.toHaveBeenCalled();
  });

  it("warns of a policy function that returns a fresh object each time", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const { GET } = withCors({ GET: ok }, () => ({ origin: PAGE }));
    for (let count = 0; count < 300; count++) await GET(request());
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it("infers methods for a policy function too (P7)", async () => {
    const { OPTIONS } = withCors({ DELETE: ok }, () => ({ origin: PAGE }));
    const asked = request("OPTIONS", { "access-control-request-method": "DELETE" });
    const { headers } = await OPTIONS(asked);
    expect(headers.get("access-control-allow-methods")).toBe("DELETE");
  });

  it.each([
    ["throws", () => JSON.parse("{")],
    ["returns nothing", () => undefined],
  ])("fails closed when a policy function %s", async (_, policy) => {
    const error = vi.spyOn(console, "error").mockReturnValue();
    const GET = vi.fn<() => Response>(ok);
    const response = await withCors({ GET }, policy as () => CorsOptions).GET(request());
    expect(response.status).toBe(500);
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
    expect(GET).not.toHaveBeenCalled();
    expect(error).toHaveBeenCalledTimes(1);
  });

  it("lets an error through unchanged", async () => {
    const error = new Error("the handler's own");
    const GET = async (): Promise<Response> => {
      throw error;
    };
    await expect(withCors({ GET }, { origin: PAGE }).GET(request())).rejects.toBe(error);
  });

  it("answers a later request after a redirect, and keeps no bail-out", async () => {
    const { GET } = withCors(
      {
        GET(): Response {
          throw Object.assign(new Error("redirect"), { digest: "NEXT_REDIRECT;replace;/to;307;" });
        },
      },
      { origin: PAGE },
    );
    for (const sent of [request(), request()]) expect((await GET(sent)).status).toBe(307);
  });

  it("rethrows a bail-out of each request, past onError (R8)", async () => {
    const onError = vi.fn<() => Response>(ok);
    const GET = (sent: Request): Response => {
      throw Object.assign(new Error(sent.url), { digest: "DYNAMIC_SERVER_USAGE" });
    };
    const guarded = withCors({ GET }, { origin: PAGE, onError });
    const paths = ["a", "b", "c"].map((path) => `https://api.example.com/${path}`);
    const outcomes = await Promise.allSettled(paths.map((path) => guarded.GET(new Request(path))));
    expect(outcomes.map((outcome) => (outcome as PromiseRejectedResult).reason.message)).toEqual(
      paths,
    );
    expect(onError).not.toHaveBeenCalled();
  });
});
