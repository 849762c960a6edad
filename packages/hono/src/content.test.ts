import { createCors } from "@crossgate/core";
import fc from "fast-check";
import { Hono, type MiddlewareHandler } from "hono";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type * as content from "./content.ts";
import { gateOfContent } from "./content.ts";
import { cors } from "./cors.ts";
import type { HonoOptions } from "./options.ts";

const PAGE = "https://myapp.com";

beforeEach(() => {
  vi.spyOn(console, "warn").mockReturnValue();
});

const anOrigin = (): boolean => true;
const another = (): boolean => true;
const onVerdict = (): void => {};

const SAMPLES: readonly object[] = [
  { origin: "*" },
  { origin: ["*"] },
  { origin: PAGE },
  { origin: [PAGE] },
  { origin: [PAGE, "https://other.com"] },
  { origin: `${PAGE},https://other.com` },
  { origin: /^https:\/\/myapp\.com$/ },
  { origin: /^https:\/\/myapp\.com$/i },
  { origin: [/^https:\/\/myapp\.com$/] },
  { origin: "/^https:\\/\\/myapp\\.com$/" },
  { origin: anOrigin },
  { origin: another },
  { origin: PAGE, credentials: true },
  { origin: PAGE, credentials: "true" },
  { origin: PAGE, credentials: 1 },
  { origin: PAGE, credentials: null },
  { origin: PAGE, credentials: Symbol("true") },
  { origin: PAGE, maxAge: 5 },
  { origin: PAGE, maxAge: "5" },
  { origin: PAGE, maxAge: Number.NaN },
  { origin: PAGE, maxAge: 5n },
  { origin: PAGE, onVerdict },
  { origin: PAGE, allowHeaders: ["a,b"] },
  { origin: PAGE, allowHeaders: ["a", "b"] },
  { origin: PAGE, allowHeaders: ["x-a\nallowMethods:[]"] },
  { origin: { toJSON: () => "*" } },
  { origin: new String("*") },
  { origin: [undefined, PAGE] },
  { "origin:": "*" },
  { "maxAge:5origin": PAGE },
  { "maxAge:5,origin": PAGE },
  { "maxAge:5\norigin": PAGE },
  { 'maxAge":5,"origin': PAGE },
];

/** What becomes of options on their own. */
function outcomeOf(options: object): string {
  try {
    const { options: policy } = gateOfContent(options as HonoOptions) as unknown as {
      options: object;
    };
    return JSON.stringify(Object.entries(policy), (_, value: unknown) =>
      typeof value === "function" || value instanceof RegExp
        ? `${typeof value} ${String(value)} ${[anOrigin, another].indexOf(value as never)}`
        : value,
    );
  } catch (error) {
    return String(error);
  }
}

describe("options that requests bring", () => {
  it("are compiled once for the same content", () => {
    const make = (): HonoOptions => ({
      origin: [PAGE, /^https:\/\/[a-z]+\.myapp\.com$/],
      credentials: true,
      onVerdict,
    });
    const gate = gateOfContent(make());
    expect(gateOfContent(make())).toBe(gate);
    const { origin, credentials } = make();
    expect(gateOfContent({ onVerdict, credentials, origin } as HonoOptions)).toBe(gate);
    expect(gateOfContent({ ...make(), maxAge: 5 } as HonoOptions)).not.toBe(gate);
  });

  it("are taken for no others, whatever came before", () => {
    const alone = SAMPLES.map((options) => outcomeOf(structured(options)));
    fc.assert(
      fc.property(fc.array(fc.nat(SAMPLES.length - 1), { minLength: 1 }), (order) => {
        for (const index of order) expect(outcomeOf(SAMPLES[index]!)).toBe(alone[index]);
      }),
      { numRuns: 500 },
    );
  });

  it("keep the holes of a list, whatever Array.prototype has (P3)", () => {
    const origin: string[] = [];
    origin[1] = PAGE;
    // oxlint-disable-next-line eslint/no-extend-native -- what a library of the application's did
    Object.defineProperty(Array.prototype, "0", {
      configurable: true,
      value: PAGE,
      writable: true,
    });
    try {
      expect(outcomeOf({ origin })).toContain("missing entry, a hole");
    } finally {
      Reflect.deleteProperty(Array.prototype, "0");
    }
  });

  it("of a function that is made again are warned of once", async () => {
    const app = new Hono();
    app.use(async (c, next) => cors({ origin: (origin) => origin === PAGE })(c, next));
    app.get("/", (c) => c.text("hello"));
    for (let index = 0; index < 250; index++) {
      const { headers } = await app.request("/", { headers: { origin: PAGE } });
      expect(headers.get("access-control-allow-origin")).toBe(PAGE);
    }
    expect(console.warn).toHaveBeenCalledExactlyOnceWith(
      "crossgate: 100 policies were compiled while requests were served, as if each request brought " +
        "a new one. Call cors({ … }) once, outside of handlers, or write cors((c) => policy) and return " +
        "the same object each time. Functions of the options count by identity: hoist them too.",
    );
  });

  it("serve requests as those of a mount do, nested too, and warn of nesting a few times", async () => {
    const each: MiddlewareHandler = async (c, next) => cors({ origin: PAGE })(c, next);
    const inside: MiddlewareHandler = async (c, next) => cors({ origin: "*" })(c, next);
    const app = new Hono();
    app.use(each).use(inside);
    app.get("/", (c) => c.text("hello"));
    for (let index = 0; index < 150; index++) {
      const { headers } = await app.request("/", { headers: { origin: PAGE } });
      expect(headers.get("access-control-allow-origin")).toBe(PAGE);
    }
    expect(console.warn).toHaveBeenCalledTimes(10);
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining("is inside"));
  });
});

describe("gates that are kept", () => {
  /** As a process has it that has just started. */
  async function fresh(): Promise<typeof content> {
    vi.resetModules();
    return import("./content.ts");
  }
  const policy = (index: number): HonoOptions => ({ origin: PAGE, maxAge: index });

  it("are a hundred, and then all make room", async () => {
    const { gateOfContent } = await fresh();
    const first = gateOfContent(policy(0));
    for (let index = 1; index < 100; index++) gateOfContent(policy(index));
    expect(gateOfContent(policy(0))).toBe(first);
    const last = gateOfContent(policy(100));
    expect(gateOfContent(policy(100))).toBe(last);
    expect(gateOfContent(policy(0))).not.toBe(first);
  });

  it("are none of options whose content is long, or not known", async () => {
    const { gateOfContent } = await fresh();
    const listOf = (length: number): HonoOptions => ({
      origin: Array.from({ length }, (_, index) => `https://a${index}.com` as const),
    });
    expect(gateOfContent(listOf(100))).toBe(gateOfContent(listOf(100)));
    expect(gateOfContent(listOf(101))).not.toBe(gateOfContent(listOf(101)));
    // They take no one's place either.
    for (let index = 1; index < 99; index++) gateOfContent(policy(index));
    const first = gateOfContent(policy(1));
    for (let index = 0; index < 3; index++) gateOfContent(listOf(101));
    gateOfContent(policy(99));
    expect(gateOfContent(policy(1))).toBe(first);
  });

  it("are those of options that name an option, and leave it out", async () => {
    const { gateOfContent } = await fresh();
    const make = (): HonoOptions => ({ origin: PAGE, maxAge: undefined }) as HonoOptions;
    expect(gateOfContent(make())).toBe(gateOfContent(make()));
  });

  it("bring no warning before requests come", async () => {
    const { gateOfContent, noteRequest } = await fresh();
    for (let index = 0; index < 300; index++) gateOfContent(policy(index));
    expect(console.warn).not.toHaveBeenCalled();
    noteRequest();
    for (let index = 300; index < 399; index++) gateOfContent(policy(index));
    expect(console.warn).not.toHaveBeenCalled();
    gateOfContent(policy(399));
    expect(console.warn).toHaveBeenCalledOnce();
  });

  it.each([null, undefined, 7, "https://myapp.com", Symbol("none")])(
    "are made of options: %o is told to be none",
    (given) => {
      const told = (make: (given: never) => unknown): string => {
        try {
          make(given as never);
          return "nothing";
        } catch (error) {
          return String(error);
        }
      };
      expect(told(gateOfContent)).toBe(told(createCors));
    },
  );
});

/** The same content in new objects, under a name that keeps it apart: nothing is found again. */
function structured(options: object): object {
  return { ...options, origin: (options as { origin?: unknown }).origin };
}

class SameText extends RegExp {
  override toString(): string {
    return "the same";
  }
}

class SameMembers extends Array<string> {
  override *[Symbol.iterator](): ArrayIterator<string> {
    yield PAGE;
  }
}

/** Values that say the same of themselves, and are not the same policy. */
const ALIKE: Readonly<Record<string, (host: string) => unknown>> = {
  "expressions of a subclass": (host) => new SameText(`^https:\\/\\/${host}\\.com$`),
  "expressions with their own toString": (host) =>
    Object.assign(new RegExp(`^https:\\/\\/${host}\\.com$`), { toString: () => "the same" }),
  "expressions with their own source": (host) =>
    Object.defineProperty(new RegExp(`^https:\\/\\/${host}\\.com$`), "source", { value: "same" }),
  "lists of a subclass": (host) => SameMembers.from([`https://${host}.com`]),
  "lists with their own iterator": (host) =>
    Object.assign([`https://${host}.com`], { [Symbol.iterator]: () => [PAGE].values() }),
  "lists whose members change": (host) => {
    let reads = 0;
    return Object.defineProperty([PAGE], 0, {
      get: () => (reads++ === 0 ? `https://${host}.com` : "https://later.com"),
      enumerable: true,
    });
  },
  "proxies of lists": (host) =>
    new Proxy([PAGE], {
      get: (list, name) =>
        name === "0" ? `https://${host}.com` : (Reflect.get(list, name) as unknown),
    }),
};

describe("P12: options of the same text", () => {
  it.each(Object.entries(ALIKE))("%s are policies of their own", (_, originOf) => {
    for (const host of ["first", "second", "third"]) {
      const gate = gateOfContent({ origin: originOf(host) } as HonoOptions) as unknown as {
        allows(origin: string): boolean;
      };
      const hosts = ["first", "second", "third", "later", "myapp"];
      expect(hosts.filter((other) => gate.allows(`https://${other}.com`))).toEqual([host]);
    }
  });

  it("are the plain policy where they say what that says", () => {
    const plain = gateOfContent({ origin: [PAGE] });
    const wide = ALIKE["lists whose members change"]!("second");
    gateOfContent({ origin: wide } as HonoOptions);
    expect(gateOfContent({ origin: [PAGE] })).toBe(plain);
  });
});
