import { Hono, type MiddlewareHandler } from "hono";
import { Hono as OldestHono } from "hono-oldest";
import { LinearRouter } from "hono-oldest/router/linear-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cors } from "./cors.ts";

const PAGE = "https://myapp.com";
const Oldest = OldestHono as unknown as typeof Hono;

beforeEach(() => {
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

async function ask(app: Hono, path: string, method = "GET"): Promise<Response> {
  const headers = { origin: PAGE, "access-control-request-method": "PUT" };
  return app.request(path, { method, headers });
}

describe.each([
  ["the newest Hono", Hono],
  ["the oldest Hono", Oldest],
])("a gate on one route of %s", (_, App) => {
  it.each(["get", "post", "put", "delete", "patch"] as const)(
    "%s is warned of once, since no preflight reaches it",
    async (method) => {
      const app = new App();
      app[method]("/x", cors({ origin: PAGE }), (c) => c.text("hello"));
      expect((await ask(app, "/x", "OPTIONS")).status).toBe(404);
      for (let index = 0; index < 3; index++) {
        const response = await ask(app, "/x", method.toUpperCase());
        expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
      }
      expect(console.warn).toHaveBeenCalledExactlyOnceWith(
        `crossgate: cors is mounted for ${method.toUpperCase()} /x alone, so no preflight reaches it: ` +
          "Hono answers OPTIONS /x with 404, and browsers then block the request. Write " +
          'app.use("/x", cors(…)) in front of the route, or mount the same middleware with ' +
          'app.options("/x", …) too.',
      );
    },
  );

  it.each<[string, (app: Hono, gate: MiddlewareHandler) => unknown]>([
    ["app.use", (app, gate) => app.use(gate)],
    ["app.use with a path", (app, gate) => app.use("/x", gate)],
    ["app.all", (app, gate) => app.all("/x", gate)],
    ["app.use of a sub-app", (app, gate) => app.route("/", new App().use(gate))],
  ])("%s gets preflights, and no warning", async (_, mount) => {
    const app = new App();
    mount(app, cors({ origin: PAGE }));
    app.get("/x", (c) => c.text("hello"));
    await ask(app, "/x");
    expect((await ask(app, "/x", "OPTIONS")).status).toBe(204);
    expect(console.warn).not.toHaveBeenCalled();
  });

  it("that has answered a preflight is not warned of", async () => {
    const gate = cors({ origin: PAGE });
    const app = new App();
    app.on(["GET", "OPTIONS"], "/x", gate, (c) => c.text("hello"));
    expect((await ask(app, "/x", "OPTIONS")).status).toBe(204);
    await ask(app, "/x");
    expect(console.warn).not.toHaveBeenCalled();
  });
});

describe("a router that takes one path for another", () => {
  it("is warned of once", async () => {
    const app = new OldestHono({ router: new LinearRouter() }) as unknown as Hono;
    app.use(cors({ origin: PAGE }));
    app.get("/admin/*", (c) => c.text("admin"));
    for (const path of ["/admin", "/admin/", "/admin/x"]) await ask(app, path);
    expect(console.warn).not.toHaveBeenCalled();
    for (let index = 0; index < 3; index++) await ask(app, "/administrator");
    expect(console.warn).toHaveBeenCalledExactlyOnceWith(
      "crossgate: Hono's router took /administrator for /admin/*, as LinearRouter does before Hono " +
        "4.13.3. A policy for one path is then for others too. Update Hono, or use another router.",
    );
  });

  it("is told apart from patterns that mean more", async () => {
    const app = new Hono();
    app.use(cors({ origin: PAGE }));
    app.use("/:tenant/*", async (_, next) => next());
    app.use("/*/x/*", async (_, next) => next());
    app.get("/a{[0-9]+}/*", (c) => c.text("digits"));
    app.get("*", (c) => c.text("rest"));
    for (const path of ["/", "/one", "/one/two", "/one/x/two", "/a1/x"]) await ask(app, path);
    expect(console.warn).not.toHaveBeenCalled();
  });

  it("is not looked for where Hono shows no routes (H2)", async () => {
    const app = new Hono();
    app.use(async (c, next) => {
      Object.defineProperty(c.req, "matchedRoutes", {
        get: () => {
          throw new Error("gone");
        },
      });
      await next();
    });
    app.use(cors({ origin: PAGE })).get("/x", (c) => c.text("hello"));
    expect((await ask(app, "/x")).status).toBe(200);
    expect(console.warn).not.toHaveBeenCalled();
  });
});
