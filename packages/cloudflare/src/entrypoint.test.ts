import { describe, expect, it, vi } from "vitest";
import { fetchKinds } from "../fixtures/fetch-kinds.ts";
import { withCors } from "./with-cors.ts";

const PAGE = "https://myapp.com";
const env = { NAME: "env" };
const ctx = { waitUntil(): void {} };
const request = (): Request =>
  new Request("https://api.example.com/", { headers: { origin: PAGE } });

interface Ctx {
  waitUntil(promise: Promise<unknown>): void;
}

class Api {
  static readonly version: number = 1;
  readonly #env: typeof env;

  constructor(_ctx: Ctx, env: { NAME: string }) {
    this.#env = env;
  }

  fetch(_request: Request, ...rest: unknown[]): Response | Promise<Response> {
    return new Response([this.#env.NAME, ...rest].join());
  }

  greet(): string {
    return `hello ${this.#env.NAME}`;
  }
}

describe("withCors of a class", () => {
  it("refuses an invalid policy before there is an instance (P1)", () => {
    expect(() => withCors(Api, { origin: "https://MyApp.com" })).toThrow("https://myapp.com");
  });

  it("is the class, with another fetch", async () => {
    const Guarded = withCors(Api, { origin: PAGE });
    expect(Guarded.name).toBe("Api");
    expect(Guarded.version).toBe(1);
    const api = new Guarded(ctx, env);
    expect(api).toBeInstanceOf(Api);
    expect(api.greet()).toBe("hello env");
    const response = await api.fetch(request(), "more", 2);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(await response.text()).toBe("env,more,2");
    expect(Object.keys(api)).toEqual([]);
  });

  it("gives { env, ctx } to the policy's functions", async () => {
    const origin = vi.fn<() => boolean>(() => true);
    const onVerdict = vi.fn<() => void>();
    const Guarded = withCors(Api, { origin, onVerdict });
    const sent = request();
    await new Guarded(ctx, env).fetch(sent);
    expect(origin).toHaveBeenCalledExactlyOnceWith(PAGE, { env, ctx }, sent);
    expect(onVerdict).toHaveBeenCalledExactlyOnceWith(expect.anything(), sent, { env, ctx });
  });

  it("asks a function once per env, however many instances there are", async () => {
    const policy = vi.fn<() => { origin: typeof PAGE }>(() => ({ origin: PAGE }));
    const Guarded = withCors(Api, policy);
    for (let instance = 0; instance < 3; instance++) await new Guarded(ctx, env).fetch(request());
    expect(policy).toHaveBeenCalledExactlyOnceWith(env);
  });

  it("guards a fetch that is a field, apart for each instance", async () => {
    class WithField {
      readonly #name: string;
      constructor(name: string) {
        this.#name = name;
      }
      readonly fetch = (_request: Request): Response => new Response(this.#name);
    }
    const Guarded = withCors(WithField, { origin: PAGE });
    expect(Object.keys(new Guarded("any"))).toEqual(["fetch"]);
    for (const name of ["one", "two"]) {
      const response = await new Guarded(name).fetch(request());
      expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
      expect(await response.text()).toBe(name);
    }
  });

  it("of two guarded classes the outer decides (R7)", async () => {
    const Inner = withCors(Api, { origin: "https://other.com" });
    const Outer = withCors(Inner, { origin: PAGE });
    const response = await new Outer(ctx, env).fetch(request());
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it("a subclass may call the guarded fetch", async () => {
    class Extended extends withCors(Api, { origin: PAGE }) {
      override async fetch(request: Request): Promise<Response> {
        return super.fetch(request, "extended");
      }
    }
    const response = await new Extended(ctx, env).fetch(request());
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(await response.text()).toBe("env,extended");
  });

  it("throws with the first instance that has no fetch", () => {
    class Silent {
      declare fetch: () => Response;
    }
    const Guarded = withCors(Silent, { origin: PAGE });
    expect(() => new Guarded()).toThrow(
      new TypeError("withCors needs Silent to have a fetch method"),
    );
  });

  it("says it too of a class without a name", () => {
    const Guarded = withCors(
      (() =>
        class {
          declare fetch: () => Response;
        })(),
      { origin: PAGE },
    );
    expect(() => new Guarded()).toThrow(
      new TypeError("withCors needs the class to have a fetch method"),
    );
  });

  it("has a name that is defined like the name of any class", () => {
    expect(Object.getOwnPropertyDescriptor(withCors(Api, { origin: PAGE }), "name")).toEqual(
      Object.getOwnPropertyDescriptor(Api, "name"),
    );
  });
});

describe("the fetch of an instance (H1)", () => {
  const REFUSING = { origin: [PAGE, "https://*.myapp.com"], refuseDenied: true };
  const evil = (): Request =>
    new Request("https://api.example.com/", { headers: { origin: "https://evil.com" } });

  it.each(Object.entries(fetchKinds(Object)))("is guarded: %s", async (_, Class) => {
    const onVerdict = vi.fn<() => void>();
    const plain = new Class();
    expect(await plain.fetch(request()).text()).toBe("its own");
    const guarded = new (withCors(Class, { ...REFUSING, onVerdict }))();
    expect((await guarded.fetch(evil())).status).toBe(403);
    const response = await guarded.fetch(request());
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(await response.text()).toBe("its own");
    expect(onVerdict).toHaveBeenCalledTimes(2);
    expect(guarded.greet()).toBe("its own");
  });

  it("is guarded even if it is assigned later", async () => {
    const api = new (withCors(Api, REFUSING))(ctx, env);
    const first = api.fetch;
    api.fetch = () => new Response("later");
    expect((await api.fetch(evil())).status).toBe(403);
    const response = await api.fetch(request());
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(await response.text()).toBe("later");
    expect(await (await first(request())).text()).toBe("env");
    expect(Object.keys(api)).toEqual([]);
    Object.assign(api, { fetch: undefined });
    expect(api.fetch).toBeUndefined();
  });

  it("may be put into another function, as tools that trace requests do", async () => {
    const api = new (withCors(Api, REFUSING))(ctx, env);
    const fetch = api.fetch.bind(api);
    api.fetch = async (request) => {
      const response = await fetch(request, "traced");
      response.headers.set("server-timing", "fetch");
      return response;
    };
    const response = await api.fetch(request());
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(response.headers.get("server-timing")).toBe("fetch");
    expect(await response.text()).toBe("env,traced");
  });

  it("is guarded once, with the method of a subclass around it", async () => {
    const onVerdict = vi.fn<() => void>();
    class Extended extends withCors(Api, { ...REFUSING, onVerdict }) {
      override async fetch(request: Request): Promise<Response> {
        return new URL(request.url).pathname === "/"
          ? super.fetch(request, "extended")
          : new Response("the subclass's own");
      }
    }
    const api = new Extended(ctx, env);
    for (const [path, text] of [
      ["", "env,extended"],
      ["own", "the subclass's own"],
    ]) {
      onVerdict.mockClear();
      const url = `https://api.example.com/${path}`;
      const response = await api.fetch(new Request(url, { headers: { origin: PAGE } }));
      expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
      expect(await response.text()).toBe(text);
      expect(onVerdict).toHaveBeenCalledOnce();
    }
    expect((await api.fetch(evil())).status).toBe(403);
  });

  it("is no field of a subclass, which would hide the guarded one", () => {
    class Hiding extends withCors(Api, REFUSING) {
      override fetch = (): Response => new Response("hidden");
    }
    expect(() => new Hiding(ctx, env)).toThrow(/fetch/);
  });
});
