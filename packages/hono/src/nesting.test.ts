import { createRequire } from "node:module";
import { createCors, type Gate } from "@crossgate/core";
import { type Context, Hono } from "hono";
import { Hono as OldestHono } from "hono-oldest";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cors } from "./cors.ts";

const PAGE = "https://myapp.com";
const EVIL = "https://evil.com";

beforeEach(() => {
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

describe("a gate inside a gate (R7)", () => {
  it("decides nothing, and is warned of once, with both", async () => {
    const app = new Hono();
    app.use(cors({ origin: "*" }));
    app.use("/api/*", cors({ origin: [PAGE, EVIL], credentials: true }));
    app.get("/api/x", (c) => c.text("hello"));
    for (let index = 0; index < 3; index++) {
      const { headers } = await app.request("/api/x", { headers: { origin: PAGE } });
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-allow-credentials")).toBeNull();
    }
    expect(console.warn).toHaveBeenCalledExactlyOnceWith(
      `crossgate: cors (origin: ${PAGE},${EVIL}) is inside cors (origin: *), which decides everything: seen on /api/x. ` +
        "Mount one policy per path, or one corsByPath for all.",
    );
  });

  it("that is the same gate decides once, and no one is warned (R10)", async () => {
    const onVerdict = vi.fn<() => void>();
    const gate = createCors({ origin: PAGE, onVerdict });
    const app = new Hono().use(cors(gate)).use("/api/*", cors(gate));
    app.get("/api/x", (c) => c.text("hello"));
    const response = await app.request("/api/x", { headers: { origin: PAGE } });
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(await response.text()).toBe("hello");
    expect(onVerdict).toHaveBeenCalledOnce();
    expect(console.warn).not.toHaveBeenCalled();
  });

  it("refuses by its own policy, and no handler runs (R9)", async () => {
    const handler = vi.fn<(c: Context) => Response>((c) => c.text("hello"));
    const app = new Hono().use(cors({ origin: "*" }));
    app.use(cors({ origin: [PAGE, "https://*.myapp.com"], refuseDenied: true }));
    app.get("/x", handler).options("/x", handler);
    const preflight = { origin: EVIL, "access-control-request-method": "PUT" };
    const response = await app.request("/x", { headers: { origin: EVIL } });
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([
      403,
      "*",
    ]);
    expect((await app.request("/x", { method: "OPTIONS", headers: preflight })).status).toBe(204);
    expect(handler).not.toHaveBeenCalled();
  });

  it("is found in a sub-app, and with policies that have no list to show", async () => {
    const { options: _, ...gate }: Gate & { options: unknown } = createCors({ origin: PAGE });
    const sub = new Hono().use(cors({ origin: () => true })).get("/", (c) => c.text("hello"));
    const app = new Hono().use(cors(gate)).route("/sub", sub);
    await app.request("/sub", { headers: { origin: PAGE } });
    expect(console.warn).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining(
        "cors (origin: a function) is inside cors, which decides everything: seen on /sub.",
      ),
    );
  });

  it.each([
    ["of CommonJS", (createRequire(import.meta.url)("hono") as { Hono: typeof Hono }).Hono],
    ["of an older version", OldestHono as unknown as typeof Hono],
  ])("answers and is warned of in an app of another copy of Hono, %s (H2)", async (_, Copy) => {
    expect(Copy).not.toBe(Hono);
    const app = new Copy();
    app.use(cors({ origin: [PAGE, EVIL] }));
    app.use("/api/*", cors({ origin: "*" }));
    app.get("/api/x", (c) => c.text("hello"));
    for (let index = 0; index < 3; index++) {
      const response = await app.request("/api/x", { headers: { origin: PAGE } });
      expect(response.status).toBe(200);
      expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    }
    expect(console.warn).toHaveBeenCalledOnce();
  });

  it("is told in one short line, however long a list is, and whatever a stranger wrote in the path", async () => {
    const customers = Array.from({ length: 10_000 }, (_, index) => `https://c-${index}.example`);
    const app = new Hono().use(cors({ origin: customers }));
    app.use(cors({ origin: "*" })).get("*", (c) => c.text("hello"));
    await app.request("/a%0acrossgate: all is well%1b[2J%c2%9b", { headers: { origin: PAGE } });
    expect(console.warn).toHaveBeenCalledExactlyOnceWith(
      "crossgate: cors (origin: *) is inside cors (origin: https://c-0.example,https://c-1.example," +
        "https://c-2.example and 9997 more), which decides everything: seen on " +
        "/a\\u000acrossgate: all is well\\u001b[2J\\u009b. Mount one policy per path, or one corsByPath for all.",
    );
  });

  it("answers where the console throws (H2)", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {
      throw new Error("no warnings here");
    });
    const app = new Hono().use(cors({ origin: PAGE }));
    app.use(cors({ origin: "*" })).get("/", (c) => c.text("hello"));
    const response = await app.request("/", { headers: { origin: PAGE } });
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([
      200,
      PAGE,
    ]);
  });

  it("is not what two gates beside each other are", async () => {
    const app = new Hono();
    const gate = cors({ origin: PAGE });
    app.use("/a", gate).get((c) => c.text("a"));
    app.use("/b", gate).get((c) => c.text("b"));
    for (const path of ["/a", "/b", "/a"]) await app.request(path, { headers: { origin: PAGE } });
    expect(console.warn).not.toHaveBeenCalled();
  });
});
