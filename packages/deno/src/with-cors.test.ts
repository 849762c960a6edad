import assert from "node:assert/strict";
import { createCors } from "@crossgate/core";
import { describe, expect, it, vi } from "vitest";
import { withCors } from "./with-cors.ts";

const PAGE = "https://myapp.com";
const POLICY = { origin: PAGE } as const;
const info = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 1 },
  completed: Promise.resolve(),
} as const;

function request(origin = PAGE): Request {
  return new Request("https://api.example.com/", { headers: { origin } });
}

describe("withCors", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["an object without a handler", { port: 8000 }],
    ["a handler that is no function", { handler: new Response() }],
    ["a fetch that is no function", { fetch: new Response() }],
    ["an object that can't be read", new Proxy({}, { get: () => assert.fail("unreadable") })],
  ])("refuses %s", (_, served) => {
    expect(() => withCors(served as () => Response, POLICY)).toThrow(
      new TypeError(
        "withCors needs a handler, or an object with one: withCors((request, info) => …, options)",
      ),
    );
  });

  it("refuses an invalid policy at once", () => {
    expect(() => withCors(() => new Response(), { origin: "https://MyApp.com" })).toThrow(
      "https://myapp.com",
    );
  });

  it.each([
    ["options", POLICY],
    ["a policy by request", () => POLICY],
  ])("passes request and info on under %s", async (_, policy) => {
    const handler = vi.fn<(...args: unknown[]) => Response>(() => new Response());
    const sent = request();
    await withCors(handler, policy)(sent, info);
    expect(handler).toHaveBeenCalledExactlyOnceWith(sent, info);
  });

  it("takes a parameter, without which Deno would pass none", () => {
    const handler = (): Response => new Response();
    expect(withCors(handler, POLICY).length).toBeGreaterThan(0);
    expect(withCors(handler, () => POLICY).length).toBeGreaterThan(0);
  });

  it("gives request and info to a policy's functions", async () => {
    const origin = vi.fn<() => boolean>(() => true);
    const sent = request();
    const response = await withCors(() => new Response(), { origin })(sent, info);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(origin).toHaveBeenCalledExactlyOnceWith(PAGE, info, sent);
  });

  it("keeps every other option, and does not touch what it was given", () => {
    const handler = (): Response => new Response();
    const given = Object.freeze({ handler, port: 0, hostname: "127.0.0.1" });
    expect(withCors(given, POLICY)).toMatchObject({ port: 0, hostname: "127.0.0.1" });
    expect(given.handler).toBe(handler);
  });

  it("shows what a class gives its instances", async () => {
    class App {
      readonly #greeting = "hello";
      async handler(): Promise<Response> {
        throw new Error(this.#greeting);
      }
      onError(error: unknown): Response {
        return new Response(`${String(error)} from ${this.#greeting}`);
      }
      onListen(): string {
        return `${this.#greeting}, listening`;
      }
    }
    const guarded = withCors(new App(), POLICY);
    expect(guarded.onListen()).toBe("hello, listening");
    const response = await guarded.handler(request(), info);
    expect(await response.text()).toBe("Error: hello from hello");
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it("lets a policy's onError answer what the object's throws (R8)", async () => {
    const { handler } = withCors(
      {
        handler: async (): Promise<Response> => {
          throw new Error("the handler's own");
        },
        onError(error): Response {
          throw new Error("onError failed", { cause: error });
        },
      },
      { ...POLICY, onError: (error) => new Response(String(error), { status: 500 }) },
    );
    const response = await handler(request(), info);
    expect(await response.text()).toBe("Error: onError failed");
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it("guards fetch and handler of an object with both, as deno serve and Deno.serve call (H1)", async () => {
    const app = {
      handler: () => new Response("by handler"),
      fetch: () => new Response("by fetch"),
    };
    const guarded = withCors(app, { origin: [PAGE], refuseDenied: true });
    for (const name of ["handler", "fetch"] as const) {
      const allowed = await guarded[name](request(), info);
      expect(await allowed.text()).toBe(`by ${name}`);
      const denied = await guarded[name](request("https://evil.com"), info);
      expect(denied.status).toBe(403);
    }
  });

  it("guards a function and the fetch that it carries (H1)", async () => {
    const app = Object.assign(() => new Response("called"), {
      fetch: () => new Response("fetched"),
    });
    const guarded = withCors(app, { origin: [PAGE], refuseDenied: true }) as typeof app;
    const entrances = [guarded, guarded.fetch] as unknown as ((
      given: Request,
    ) => Promise<Response>)[];
    const answers = entrances.map(async (entrance) => (await entrance(request())).text());
    expect(await Promise.all(answers)).toEqual(["called", "fetched"]);
    const refusals = entrances.map(async (entrance) => entrance(request("https://evil.com")));
    expect((await Promise.all(refusals)).map(({ status }) => status)).toEqual([403, 403]);
    expect(guarded.length).toBeGreaterThan(0);
  });

  it("leaves onError to an app with fetch, which registers with it (H1, H3)", async () => {
    const onError = vi.fn<() => object>();
    const guarded = withCors(
      {
        onError,
        fetch(): Response {
          // oxlint-disable-next-line typescript/only-throw-error -- as a stranger's handler may
          throw "a text";
        },
      },
      POLICY,
    );
    await expect(async () => guarded.fetch(request(), info)).rejects.toBe("a text");
    expect(onError).not.toHaveBeenCalled();
  });

  it("asks onError once, also when it fails or answers no response (H3)", async () => {
    for (const failure of [new Error("failed"), undefined, "a text"]) {
      const onError = vi.fn<(error: unknown) => Response>(() => {
        // oxlint-disable-next-line typescript/only-throw-error -- as a stranger's handler may
        if (failure !== undefined) throw failure;
        return undefined as unknown as Response;
      });
      const guarded = withCors({ handler: () => undefined as never, onError }, POLICY);
      const left: unknown = await Promise.resolve(guarded.handler(request(), info)).catch(
        (error: unknown) => error,
      );
      // As Deno does with everything that leaves a handler.
      await expect(async () => guarded.onError(left)).rejects.toBe(left);
      expect(onError).toHaveBeenCalledOnce();
    }
  });

  it.each([
    ["nothing", undefined],
    ["a text", "text"],
    ["a network error", Response.error()],
  ])("puts the policy on what onError answers to a handler of %s (R3)", async (_, answer) => {
    const open = { headers: { "access-control-allow-origin": "*" } };
    const guarded = withCors(
      { handler: () => answer as Response, onError: () => new Response("sorry", open) },
      { origin: [PAGE, "https://other.example"] },
    );
    const response = await guarded.handler(request("https://evil.com"), info);
    expect(await response.text()).toBe("sorry");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("vary")).toBe("Origin");
  });

  it("leaves to Deno what is no response, without an onError (H3)", async () => {
    const handler = withCors(() => "text" as never, POLICY);
    expect(await handler(request(), info)).toBe("text");
  });

  it("ignores what Object.prototype was polluted with (H1)", async () => {
    const gate = createCors(POLICY);
    const pollution = { value: () => new Response("open"), configurable: true };
    Reflect.defineProperty(Object.prototype, "onError", pollution);
    try {
      const failure = new Error("the handler's own");
      const guarded = withCors({ handler: () => Promise.reject(failure) }, gate);
      await expect(async () => guarded.handler(request(), info)).rejects.toBe(failure);
    } finally {
      Reflect.deleteProperty(Object.prototype, "onError");
    }
  });

  it("reads an entrance that can't be read yet when Deno does (H1)", async () => {
    let isReady = false;
    const app = {
      fetch: () => new Response("by fetch"),
      get handler(): () => Response {
        if (!isReady) throw new Error("not ready");
        return () => new Response("by handler");
      },
    };
    const guarded = withCors(app, { origin: [PAGE], refuseDenied: true });
    isReady = true;
    expect((await guarded.handler(request("https://evil.com"), info)).status).toBe(403);
  });

  it.each([
    ["nothing", () => undefined, /must be a response or a promise resolving to a response/],
    ["a network error", () => Response.error(), /must not be an error response/],
    ["a used body", usedResponse, /has already been consumed/],
  ])("tells onError in Deno's words of %s (H3)", async (_, answer, words) => {
    const onError = vi.fn<(error: unknown) => Response>(() => new Response("sorry"));
    const guarded = withCors({ handler: answer as () => Response, onError }, POLICY);
    expect(await (await guarded.handler(request(), info)).text()).toBe("sorry");
    const [error] = onError.mock.calls[0] ?? [];
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toMatch(words);
  });

  it("asks onError about what goes wrong after the handler, as Deno does (H1)", () => {
    const onError = vi.fn<(...given: unknown[]) => Response>(() => new Response("sorry"));
    const guarded = withCors({ handler: () => new Response(), onError }, POLICY);
    const late = new Error("the connection is gone");
    const asDeno = guarded.onError as unknown as (...given: unknown[]) => Response;
    expect(asDeno(late, "more")).toBeInstanceOf(Response);
    expect(onError).toHaveBeenCalledExactlyOnceWith(late, "more");
    const thrown = Object.assign(() => {}, { isFunction: true });
    expect(asDeno(thrown)).toBeInstanceOf(Response);
    for (const primitive of ["a text", undefined, null]) {
      expect(thrownBy(() => asDeno(primitive))).toBe(primitive);
    }
    expect(onError).toHaveBeenCalledTimes(2);
  });

  it("asks onError once about a function that it throws (H3)", async () => {
    const failure = (): void => {};
    const onError = vi.fn<() => Response>(() => {
      // oxlint-disable-next-line typescript/only-throw-error -- as a stranger's handler may
      throw failure;
    });
    const guarded = withCors({ handler: () => undefined as never, onError }, POLICY);
    await expect(async () => guarded.handler(request(), info)).rejects.toBe(failure);
    const asDeno = guarded.onError as unknown as (error: unknown) => void;
    expect(thrownBy(() => asDeno(failure))).toBe(failure);
    expect(onError).toHaveBeenCalledOnce();
  });

  it("leaves an onError that is no function to Deno", () => {
    const given = { handler: () => new Response(), onError: "log" };
    expect(withCors(given as never, POLICY)).toMatchObject({ onError: "log" });
  });

  it("returns a plain function for a handler that carries no fetch", () => {
    const handler = Object.assign(() => new Response(), { note: "mine" });
    expect(withCors(handler, POLICY)).not.toHaveProperty("note");
  });

  it.each([{ fetch: () => new Response() }, { handler: () => new Response() }])(
    "refuses to let an app start itself, without its gate (H1)",
    (app) => {
      const listen = vi.fn<() => void>();
      const guarded = withCors({ ...app, listen } as never, POLICY) as unknown as {
        listen(): void;
      };
      expect(() => guarded.listen()).toThrow(/without its gate: write Deno\.serve/);
      expect(listen).not.toHaveBeenCalled();
      const port = withCors({ ...app, listen: 8000 } as never, POLICY);
      expect(port).toMatchObject({ listen: 8000 });
    },
  );

  it("shows an entrance that is no function as it is", () => {
    const given = { handler: () => new Response(), fetch: "no function" };
    expect(withCors(given as never, POLICY)).toMatchObject({ fetch: "no function" });
  });

  it("leaves what an app with fetch registers to the app (H1)", () => {
    const onError = vi.fn<(listener: unknown) => void>();
    const guarded = withCors({ fetch: () => new Response(), onError }, POLICY);
    guarded.onError("a listener");
    expect(onError).toHaveBeenCalledExactlyOnceWith("a listener");
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error("nothing was thrown");
}

async function usedResponse(): Promise<Response> {
  const response = new Response("read");
  await response.text();
  return response;
}
