import { describe, expect, it, vi } from "vitest";
import { withCors } from "./serve.ts";

const PAGE = "https://myapp.com";
const POLICY = { origin: PAGE } as const;
const info = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 1 },
  completed: Promise.resolve(),
} as const;

function request(): Request {
  return new Request("https://api.example.com/", { headers: { origin: PAGE } });
}

describe("withCors", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["an object without a handler", { port: 8000 }],
    ["a handler that is no function", { handler: new Response() }],
    ["a fetch that is no function", { fetch: new Response() }],
  ])("refuses %s", (_, served) => {
    expect(() => withCors(served as unknown as () => Response, POLICY)).toThrow(
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
      async fetch(): Promise<Response> {
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
    const response = await guarded.fetch(request(), info);
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
});
