import { describe, expect, it, vi } from "vitest";
import { bindTo, memberOf, withEntrances } from "./entrances.ts";

class Server {
  readonly port = 8000;
  readonly #name = "mine";
  fetch(): string {
    return this.#name;
  }
  stop(): string {
    return `${this.#name} stops`;
  }
  use(): this {
    return this;
  }
}

const another = { fetch: () => () => "another" };

describe("withEntrances", () => {
  it("shows the guarded entrance, and the rest as it was", () => {
    const server = Object.freeze(new Server());
    const view = withEntrances(server, another) as Server;
    expect([view.fetch(), view.stop(), view.port]).toEqual(["another", "mine stops", 8000]);
    expect(server.fetch()).toBe("mine");
    expect(view).toBeInstanceOf(Server);
    expect(view.constructor).toBe(Server);
  });

  it("is copied with the guarded entrance", () => {
    const view = withEntrances(new Server(), { fetch: () => "another" });
    expect({ ...view }).toEqual({ port: 8000, fetch: "another" });
    expect(Object.hasOwn(view, "fetch")).toBe(true);
  });

  it("lacks an entrance that its guard makes nothing of", () => {
    const view = withEntrances({ fetch: 1, port: 2 }, { fetch: () => undefined });
    expect("fetch" in view).toBe(false);
    expect({ ...view }).toEqual({ port: 2 });
  });

  it("guards what a getter gives later, once per value (H1)", () => {
    const guard = vi.fn<(member: unknown) => unknown>((member) => [member]);
    let fetch = "first";
    const given = {
      get fetch(): string {
        return fetch;
      },
    };
    const view = withEntrances(given, { fetch: guard }) as typeof given;
    expect([view.fetch, view.fetch]).toEqual([["first"], ["first"]]);
    fetch = "second";
    expect([view.fetch, view.fetch]).toEqual([["second"], ["second"]]);
    expect(guard).toHaveBeenCalledTimes(2);
  });

  it("guards what is set on it, and leaves the object alone (H1)", () => {
    const given = Object.freeze({ fetch: "own", port: 1 });
    const view = withEntrances(given, { fetch: (member) => [member] }) as Record<string, unknown>;
    view["fetch"] = "set";
    view["port"] = 2;
    Object.defineProperty(view, "late", { value: 3, configurable: true });
    expect([view["fetch"], view["port"], view["late"]]).toEqual([["set"], 2, 3]);
    expect(given).toEqual({ fetch: "own", port: 1 });
  });

  it("reads nothing before a host does (H1)", () => {
    const given = {
      fetch: (): string => "own",
      get port(): never {
        throw new Error("no one asked");
      },
    };
    const view = withEntrances(given, another) as typeof given;
    expect(view.fetch()).toBe("another");
    expect(() => view.port).toThrow("no one asked");
  });

  it("returns itself where a method returns its object: a chain stays guarded (H1)", () => {
    const view = withEntrances(new Server(), another) as Server;
    expect(view.use().use().fetch()).toBe("another");
  });

  it("keeps what a method carries, and the method's identity", () => {
    class Inner {
      readonly depth = 1;
    }
    const run = Object.assign(() => "ran", { version: 1 });
    const view = withEntrances({ run, Inner }, {}) as { run: typeof run; Inner: typeof Inner };
    expect([view.run(), view.run.version, view.run.length]).toEqual(["ran", 1, 0]);
    expect(view.run).toBe(view.run);
    expect(new view.Inner()).toBeInstanceOf(Inner);
  });

  it("can be called where its shell can", () => {
    const app = Object.assign(() => "own", { fetch: () => "own", port: 1 });
    const shell = (name: string): string => `shell ${name}`;
    const view = withEntrances(app, another, shell) as typeof shell & typeof app;
    expect([view("called"), view.length, view.fetch(), view.port]).toEqual([
      "shell called",
      1,
      "another",
      1,
    ]);
  });

  it("can't be frozen, because a frozen proxy would have to show the object's own fetch", () => {
    const view = withEntrances({ fetch: 1 }, another);
    expect(() => Object.freeze(view)).toThrow(TypeError);
    expect(Reflect.preventExtensions(view)).toBe(false);
  });
});

describe("what a host can see of the view", () => {
  const hidden = Symbol("hidden");
  const app = Object.defineProperty({ fetch: 1, port: 7, [hidden]: true }, "secret", {
    value: "s",
    enumerable: false,
  });
  const view = withEntrances(app, {
    fetch: (own) => `guarded ${String(own)}`,
    handler: (own) => own,
  }) as Record<PropertyKey, unknown>;

  it("is every member, guarded where the host calls it", () => {
    expect({ ...view }).toEqual({ fetch: "guarded 1", port: 7, [hidden]: true });
    expect(Object.keys(view)).toEqual(["fetch", "port"]);
    expect(Reflect.ownKeys(view)).toEqual(["fetch", "port", "secret", hidden]);
    expect(Object.getOwnPropertyDescriptor(view, "fetch")?.get?.()).toBe("guarded 1");
    expect(Object.getOwnPropertyDescriptor(view, "secret")).toMatchObject({ enumerable: false });
    expect(Object.getOwnPropertyDescriptor(view, "none")).toBeUndefined();
    expect(Object.getOwnPropertyDescriptor(view, "handler")).toBeUndefined();
    expect(["fetch", "port", "handler", "none"].map((name) => name in view)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("has what is set on it, and the object has not", () => {
    const own = withEntrances({ port: 1 }, {}) as { port: number; host?: string };
    own.host = "here";
    own.host = "localhost";
    own.port = 2;
    expect({ ...own }).toEqual({ host: "localhost", port: 2 });
    expect(Object.getOwnPropertyDescriptor(own, "host")?.get?.()).toBe("localhost");
  });

  it("has a member that is there and undefined", () => {
    expect("host" in withEntrances({ host: undefined }, {})).toBe(true);
  });

  it("gives a function that was set on it back as it is", () => {
    const own = withEntrances({}, {}) as Record<string, unknown>;
    const late = (): void => {};
    own["late"] = late;
    expect(own["late"]).toBe(late);
  });

  it("calls a method on the object, and on another self where it is lent", () => {
    const given = {
      name: "given",
      self(): unknown {
        return this;
      },
    };
    const chained = withEntrances(given, {}) as typeof given;
    expect(chained.self()).toBe(chained);
    expect(Reflect.get(chained, "self")).toBe(Reflect.get(chained, "self"));
    const other = { name: "other" };
    expect(chained.self.call(other as never)).toBe(other);
  });
});

describe("memberOf", () => {
  it("is the object's own, inherited, or a proxy's", () => {
    expect(memberOf({ port: 1 }, "port")).toBe(1);
    expect(memberOf(new Server(), "stop")).toBeTypeOf("function");
    expect(memberOf(new Proxy({}, { get: () => "any" }), "fetch")).toBe("any");
  });

  it("is not what Object.prototype was polluted with (H1)", () => {
    const pollution = { value: () => "open", configurable: true };
    Reflect.defineProperty(Object.prototype, "onError", pollution);
    try {
      expect(memberOf({}, "onError")).toBeUndefined();
      expect("onError" in withEntrances({}, { onError: (own) => own })).toBe(false);
    } finally {
      Reflect.deleteProperty(Object.prototype, "onError");
    }
  });
});

describe("bindTo", () => {
  it("binds a function whose own bind and apply are something else", () => {
    const odd = Object.assign(
      function (this: unknown): unknown {
        return this;
      },
      { bind: 1, apply: 2 },
    );
    expect(bindTo("self", odd as () => unknown)()).toBe("self");
  });
});
