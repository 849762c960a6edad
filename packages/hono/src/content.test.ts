import fc from "fast-check";
import { Hono, type MiddlewareHandler } from "hono";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { gateOfContent } from "./content.ts";
import { cors } from "./cors.ts";
import type { HonoOptions } from "./policy.ts";

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

/** The same content in new objects, under a name that keeps it apart: nothing is found again. */
function structured(options: object): object {
  return { ...options, origin: (options as { origin?: unknown }).origin };
}
