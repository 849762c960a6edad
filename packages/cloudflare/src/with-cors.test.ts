import { afterEach, describe, expect, it, vi } from "vitest";
import { createCors, type Gate } from "@crossgate/core";
import { withCors } from "./with-cors.ts";
import type { WorkerLike } from "./exported-handler.ts";
import type { ContextLike } from "./host.ts";

const PAGE = "https://myapp.com";
const OTHER = "https://other.com";
const env = { NAME: "env" };
const ctx: ContextLike = { waitUntil() {}, passThroughOnException() {}, props: {} };
const request = (): Request =>
  new Request("https://api.example.com/", { headers: { origin: PAGE } });

afterEach(() => vi.restoreAllMocks());

describe("withCors", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["no fetch", { scheduled() {} }],
    ["a fetch that is no function", { fetch: new Response() }],
    ["a string", PAGE],
    ["a handler alone", () => new Response()],
  ])("refuses a Worker that is %s", (_, worker) => {
    expect(() => withCors(worker as WorkerLike, { origin: PAGE })).toThrow(
      new TypeError(
        "withCors needs a Worker with a fetch handler: withCors({ fetch(request, env, ctx) { … } }, options)",
      ),
    );
  });

  it("refuses an invalid policy at once", () => {
    expect(() =>
      withCors({ fetch: () => new Response() }, { origin: "https://MyApp.com" }),
    ).toThrow("https://myapp.com");
  });

  it("passes on every argument that the host passes", async () => {
    const fetch = vi.fn<(...args: unknown[]) => Response>(() => new Response());
    const worker = withCors({ fetch }, { origin: PAGE });
    const sent = request();
    await worker.fetch(sent, env, ctx, "more");
    expect(fetch).toHaveBeenCalledExactlyOnceWith(sent, env, ctx, "more");
  });

  it("gives { env, ctx } to the policy's functions", async () => {
    const origin = vi.fn<() => boolean>(() => true);
    const onVerdict = vi.fn<() => void>();
    const onError = vi.fn<() => Response>(() => new Response(null, { status: 500 }));
    const fail = (): Response => {
      throw new Error("the handler's own");
    };
    const worker = withCors(
      { fetch: (_request: Request, _env: unknown, _ctx: unknown) => fail() },
      { origin, onVerdict, onError },
    );
    const sent = request();
    const response = await worker.fetch(sent, env, ctx);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    const context = { env, ctx };
    expect(origin).toHaveBeenCalledExactlyOnceWith(PAGE, context, sent);
    expect(onVerdict).toHaveBeenCalledExactlyOnceWith(expect.anything(), sent, context);
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.any(Error), sent, context);
  });

  it("accepts a gate", async () => {
    const gate = createCors({ origin: PAGE });
    const response = await withCors({ fetch: () => new Response() }, gate).fetch(
      ...([request()] as unknown as []),
    );
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it("puts a gate around the Worker once, and not for each request", async () => {
    const gate = createCors({ origin: PAGE });
    let wraps = 0;
    const counting: Gate = {
      check: (...asked) => gate.check(...asked),
      wrap: ((handler: () => Response) => {
        wraps++;
        return gate.wrap(handler);
      }) as Gate["wrap"],
    };
    const fetch = (_request: Request, _env: unknown): Response => new Response();
    for (const policy of [counting, () => counting]) {
      wraps = 0;
      const worker = withCors({ fetch }, policy);
      for (const env of [{}, {}, {}]) await worker.fetch(request(), env);
      expect(wraps).toBe(1);
    }
  });

  it("asks a function once per env", async () => {
    const policy = vi.fn<(env: { page: typeof PAGE | typeof OTHER }) => { origin: typeof PAGE }>(
      ({ page }) => ({ origin: page as typeof PAGE }),
    );
    const fetch = (_request: Request, _env: { page: typeof PAGE }): Response => new Response();
    const worker = withCors({ fetch }, policy);
    const envs = [{ page: PAGE }, { page: OTHER as typeof PAGE }] as const;
    for (const env of [...envs, ...envs]) {
      const response = await worker.fetch(request(), env);
      expect(response.headers.get("access-control-allow-origin")).toBe(env.page);
    }
    expect(policy).toHaveBeenCalledTimes(2);
  });

  it("works around a frozen Worker, and shows the rest of it", () => {
    const scheduled = vi.fn<() => void>();
    const worker = Object.freeze({ name: "mine", fetch: () => new Response(), scheduled });
    const guarded = withCors(worker, { origin: PAGE });
    expect(guarded.name).toBe("mine");
    guarded.scheduled();
    expect(scheduled.mock.contexts).toEqual([worker]);
    expect(Object.keys(guarded)).toEqual(["name", "fetch", "scheduled"]);
  });

  it("shows what a Worker's fetch has become, and guards that", async () => {
    const worker: { fetch: unknown } = { fetch: () => new Response("first") };
    const guarded = withCors(worker as { fetch(): Response }, { origin: PAGE });
    worker.fetch = undefined;
    expect(guarded.fetch).toBeUndefined();
    worker.fetch = () => new Response("second");
    const response = await guarded.fetch(request(), env, ctx);
    expect(response?.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(await response?.text()).toBe("second");
  });

  it("does not touch the Worker", async () => {
    const worker = { fetch: () => new Response() };
    const { fetch } = worker;
    withCors(worker, { origin: PAGE });
    expect(worker.fetch).toBe(fetch);
  });

  it("lets an error through unchanged", async () => {
    const error = new Error("the handler's own");
    const fetch = async (_request: Request): Promise<Response> => {
      throw error;
    };
    await expect(withCors({ fetch }, { origin: PAGE }).fetch(request())).rejects.toBe(error);
  });
});

/** A constructor as it was written before there were classes. */
function olderClass(prototype: object, fields: object = {}): () => void {
  const Constructor = function (this: object): void {
    Object.assign(this, fields);
  };
  Object.assign(Constructor.prototype as object, prototype);
  return Constructor;
}

describe("withCors of a function", () => {
  const answer = (): Response => new Response("answer");
  const staticFetch = (): Response => new Response("static");
  const ask = async (fetch: unknown): Promise<unknown> => {
    const sent = [request(), env, ctx];
    const response = await (fetch as (...sent: unknown[]) => Promise<Response>)(...sent);
    return [response.headers.get("access-control-allow-origin"), await response.text()];
  };

  it.each([
    ["an arrow function", () => {}],
    ["a function that could construct", olderClass({})],
  ])("guards the fetch that %s carries", async (_, worker) => {
    const guarded: unknown = withCors(Object.assign(worker, { fetch: answer }), { origin: PAGE });
    expect(await ask((guarded as { fetch: unknown }).fetch)).toEqual([PAGE, "answer"]);
  });

  class WithField {
    readonly fetch = answer;
    static readonly fetch = staticFetch;
  }

  it.each([
    ["a class with a field, and with a static fetch", WithField],
    ["an older class with a method", olderClass({ fetch: answer })],
    [
      "an older class with a method, and with a static fetch",
      Object.assign(olderClass({ fetch: answer }), { fetch: staticFetch }),
    ],
    ["an older class with a field", olderClass({}, { fetch: answer })],
  ])("guards the instances of %s", async (_, Class) => {
    const Guarded = withCors(Class as unknown as typeof WithField, { origin: PAGE });
    const instance = new Guarded();
    expect(await ask((...sent: []) => instance.fetch(...sent))).toEqual([PAGE, "answer"]);
  });
});
