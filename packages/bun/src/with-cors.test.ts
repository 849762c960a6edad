import { afterEach, describe, expect, it, vi } from "vitest";
import { createCors } from "@crossgate/core";
import { corsByPath } from "@crossgate/core/by-path";
import type { RouteHandler } from "./options.ts";
import { withCors } from "./with-cors.ts";

const PAGE = "https://myapp.com";
const LISTED = { origin: [PAGE, "https://*.myapp.com"] } as const;
const REFUSING = { ...LISTED, refuseDenied: true } as const;
const fetch = (): Response => new Response();
const evil = (): Request =>
  new Request("https://api.example.com/", { headers: { origin: "https://evil.com" } });

afterEach(() => vi.restoreAllMocks());

describe("withCors", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["neither fetch nor routes", { port: 0 }],
    ["a fetch that is no function", { fetch: new Response() }],
  ])("refuses %s", (_, options) => {
    expect(() => withCors(options as object, LISTED)).toThrow(
      new TypeError(
        "withCors needs fetch or routes: withCors({ fetch(request, server) { … } }, options)",
      ),
    );
  });

  it("refuses a directory, to which no header can be added", () => {
    const routes = { "/fonts/*": { dir: "fonts" } } as unknown as Record<string, Response>;
    expect(() => withCors({ routes }, LISTED)).toThrow(`routes["/fonts/*"]`);
  });

  it("refuses to let an app start itself, without its gate (H1)", () => {
    const listen = vi.fn<() => void>();
    const guarded = withCors({ fetch, listen } as object, LISTED) as unknown as { listen(): void };
    expect(() => guarded.listen()).toThrow(/without its gate: write Bun\.serve/);
    expect(listen).not.toHaveBeenCalled();
    expect(withCors({ fetch, listen: 7 } as object, LISTED)).toMatchObject({ listen: 7 });
  });

  it("refuses an invalid policy at once", () => {
    expect(() => withCors({ fetch }, { origin: "https://MyApp.com" })).toThrow("https://myapp.com");
  });

  it("keeps every other option, and does not touch what it was given", () => {
    const websocket = { message() {} };
    const given = Object.freeze({ fetch, websocket, port: 0, idleTimeout: 7 });
    const guarded = withCors(given, LISTED);
    expect(guarded).toMatchObject({ port: 0, idleTimeout: 7 });
    expect(guarded.websocket).toBe(websocket);
    expect(given.fetch).toBe(fetch);
  });

  it("keeps what a class and the one above it say, and asks nothing before Bun does", () => {
    class Application {
      readonly #port = 7;
      idleTimeout = 7;
      fetch = fetch;
      get port(): number {
        return this.#port;
      }
      get connection(): never {
        throw new Error("no one asked");
      }
    }
    class Special extends Application {
      get development(): boolean {
        return false;
      }
    }
    const guarded = withCors(new Special(), LISTED);
    expect(guarded.port).toBe(7);
    expect(guarded.development).toBe(false);
    expect(guarded.idleTimeout).toBe(7);
  });

  it("guards a route that an instance has only later, and serves no such error (H1)", async () => {
    let isReady = false;
    class Application {
      fetch = fetch;
      get routes(): Record<string, () => Response> | undefined {
        return isReady ? { "/late": fetch } : undefined;
      }
      get error(): (() => Response) | undefined {
        return isReady ? fetch : undefined;
      }
    }
    const guarded = withCors(new Application() as { fetch: typeof fetch }, REFUSING);
    isReady = true;
    const { routes, error } = guarded as { routes?: Record<string, RouteHandler>; error?: unknown };
    expect((await routes?.["/late"]?.(evil() as never, {} as never))?.status).toBe(403);
    expect(error).toBeUndefined();
  });

  it("takes no array for routes, where frameworks keep theirs (H1)", () => {
    const routes = [["GET", "/"]];
    const guarded = withCors({ fetch, routes: routes as never }, LISTED);
    expect(guarded).toMatchObject({ routes });
    expect(() => withCors({ routes: routes as never }, LISTED)).toThrow("fetch or routes");
  });

  it("guards the routes that Bun reads by their old name, static (H1)", async () => {
    const guarded = withCors({ static: { "/": fetch } } as object, REFUSING);
    const routes = (guarded as unknown as { static: Record<string, RouteHandler> }).static;
    expect((await routes["/"]?.(evil() as never, {} as never))?.status).toBe(403);
  });

  it("guards the routes that a function carries, and leaves to Bun what is none (H1)", async () => {
    const carried = Object.assign(() => {}, { "/": fetch });
    const { routes } = withCors({ routes: carried }, REFUSING) as never as {
      routes: Record<string, RouteHandler>;
    };
    expect((await routes["/"]?.(evil() as never, {} as never))?.status).toBe(403);
    for (const none of [null, undefined, 7, "text"]) {
      expect(
        (withCors({ fetch, routes: none } as object, LISTED) as { routes?: unknown }).routes,
      ).toBe(none);
    }
  });

  it.each(["routes", "static"])("lets fetch answer no path that is for %s", async (name) => {
    const policy = corsByPath([
      { path: "/admin/*", origin: "https://admin.myapp.com", refuseDenied: true },
      { path: "*", origin: "*" },
    ]);
    const guarded = withCors({ fetch, [name]: { "/admin/*": fetch } }, policy);
    // Bun shows this path for /other/../admin/users too, and sends that to fetch.
    const shown = "https://api.example.com/admin/users";
    const headers = { origin: "https://admin.myapp.com" };
    const response = await guarded.fetch(new Request(shown, { headers }), {} as never);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    const without = withCors({ fetch }, policy);
    const granted = await without.fetch(new Request(shown, { headers }), {} as never);
    expect(granted.headers.get("access-control-allow-origin")).toBe(headers.origin);
  });

  it("answers as Bun does where there is no fetch", async () => {
    const guarded = withCors({ routes: { "/": fetch } }, LISTED);
    const response = await guarded.fetch(evil(), {} as never);
    expect([response.status, response.headers.get("vary")]).toEqual([404, "Origin"]);
  });

  it("refuses onNodeHTTPRequest, whose responses no gate sees (H1)", () => {
    const options = { fetch, onNodeHTTPRequest() {} };
    expect(() => withCors(options, LISTED)).toThrow("onNodeHTTPRequest");
  });

  it("guards methods of a route that are not enumerable, which Bun reads (H1)", async () => {
    const methods = Object.defineProperty({}, "GET", { value: fetch });
    const { routes } = withCors({ routes: { "/": methods } }, REFUSING);
    const guarded = routes["/"] as unknown as { GET: RouteHandler };
    expect((await guarded.GET(evil() as never, {} as never))?.status).toBe(403);
  });

  it("asks error once, whatever was thrown and whatever it answers (H3)", async () => {
    for (const thrown of [new Error("failed"), undefined, null, "a text", 5]) {
      const error = vi.fn<(thrown: unknown) => Response>(() => ({}) as Response);
      const guarded = withCors(
        {
          error,
          fetch(): Response {
            throw thrown;
          },
        },
        LISTED,
      );
      const left = await Promise.resolve(guarded.fetch(evil(), {} as never)).catch(
        (failure: unknown) => failure,
      );
      expect(left).toBe(thrown);
      // As Bun does with everything that leaves a handler.
      expect(guarded.error.call({} as never, left as Error)).toBeUndefined();
      expect(error).toHaveBeenCalledExactlyOnceWith(thrown);
    }
  });

  it("lets an instance's member be set, and its own setter alone", () => {
    class Application {
      fetch = fetch;
      get port(): number {
        return 7;
      }
    }
    const guarded: { port: number } = withCors(new Application(), LISTED);
    guarded.port = 0;
    expect(guarded.port).toBe(0);
    expect(new Application().port).toBe(7);
  });

  it("writes no policy on the response of a fixed route", () => {
    const fixed = new Response("always the same");
    withCors({ routes: { "/fixed": fixed } }, { origin: PAGE });
    expect([...fixed.headers.keys()]).toEqual(["content-type"]);
  });

  it("does not tell onVerdict of a request that no one sent", () => {
    const onVerdict = vi.fn<() => void>();
    withCors({ routes: { "/fixed": new Response() } }, { origin: PAGE, onVerdict });
    expect(onVerdict).not.toHaveBeenCalled();
  });

  it.each([
    ["several origins", createCors(LISTED)],
    ["one origin that refuses others", createCors({ origin: PAGE, refuseDenied: true })],
    ["a function", createCors({ origin: () => true })],
    ["a gate of another kind", { ...createCors({ origin: PAGE }), options: undefined }],
    ["a policy by request", () => LISTED],
    ["one that carries options", Object.assign(() => LISTED, { options: { origin: "*" } })],
  ])("makes a function of a fixed route under %s", (_, policy) => {
    const { routes } = withCors({ routes: { "/fixed": new Response() } }, policy);
    expect(routes["/fixed"]).toBeTypeOf("function");
  });

  it("gives request and server to a policy's functions", async () => {
    const origin = vi.fn<() => boolean>(() => true);
    const { routes } = withCors({ routes: { "/": fetch } }, { origin });
    const request = new Request("http://localhost/", { headers: { origin: PAGE } });
    await (routes["/"] as RouteHandler)(request as never, "the server" as never);
    expect(origin).toHaveBeenCalledExactlyOnceWith(PAGE, "the server", request);
  });

  it("lets a policy's onError answer what error throws", async () => {
    const guarded = withCors(
      {
        fetch: (): Response => {
          throw new Error("the handler's own");
        },
        error(error): Response {
          throw new Error(`error failed after ${error.message}`);
        },
      },
      { origin: PAGE, onError: (error) => new Response(String(error), { status: 500 }) },
    );
    const response = await guarded.fetch(new Request("http://localhost/"), {} as never);
    expect(await response.text()).toBe("Error: error failed after the handler's own");
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
  });
});
