import { type Handler, Hono, type MiddlewareHandler } from "hono";
import type { Router } from "hono/router";
import type { H, RouterRoute } from "hono/types";
import { Hono as OldestHono } from "hono-oldest";
import { LinearRouter as OldestLinearRouter } from "hono-oldest/router/linear-router";
import { LinearRouter } from "hono/router/linear-router";
import { PatternRouter } from "hono/router/pattern-router";
import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cors } from "./cors.ts";
import { createMountWarning } from "./mount-warning.ts";

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
        `crossgate: cors is mounted for ${method.toUpperCase()} /x, where no preflight reaches it: ` +
          "unless it is mounted for OPTIONS /x too, Hono answers that with 404, and browsers then " +
          'block the request. Write app.use("/x", cors(…)) in front of the route, which gets both.',
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

describe("the routes of a request", () => {
  it("of other middleware are no mount of the gate", async () => {
    const app = new Hono();
    app.get("/x", async (_, next) => next());
    app.use(cors({ origin: PAGE }));
    app.get("/x", (c) => c.text("hello"));
    await ask(app, "/x");
    expect(console.warn).not.toHaveBeenCalled();
  });

  it("are looked at with the first thousand requests alone", () => {
    const warnOfMount = createMountWarning();
    let looks = 0;
    const request = {
      method: "GET",
      path: "/x",
      get matchedRoutes() {
        looks += 1;
        return [];
      },
    };
    for (let index = 0; index < 1100; index++) warnOfMount(request, undefined);
    expect(looks).toBe(1000);
  });
});

describe("a router that takes one path for another", () => {
  it("is warned of once", async () => {
    const app = new OldestHono({ router: new OldestLinearRouter() }) as unknown as Hono;
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

  it("is told in one line, whatever a stranger wrote in the path", () => {
    const matchedRoutes = [{ method: "ALL", path: "/admin/*", handler: undefined }];
    createMountWarning()({ method: "GET", path: "/admin\n\u009b", matchedRoutes }, undefined);
    expect(console.warn).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining("Hono's router took /admin\\u000a\\u009b for /admin/*"),
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

describe.each<[string, () => Router<[H, RouterRoute]>]>([
  ["LinearRouter", () => new LinearRouter()],
  ["PatternRouter", () => new PatternRouter()],
  ["RegExpRouter", () => new RegExpRouter()],
  ["SmartRouter", () => new SmartRouter({ routers: [new RegExpRouter(), new TrieRouter()] })],
  ["TrieRouter", () => new TrieRouter()],
])("a mount that gets preflights, under %s", (_, router) => {
  const create = (): Hono => new Hono({ router: router() });
  const gated = (path = "*"): Hono =>
    create()
      .use(path, cors({ origin: PAGE }))
      .get("*", hello);
  const hello: Handler = (c) => c.text("hello");
  const MOUNTS: readonly ((at: string) => Hono)[] = [
    (at) => gated(at),
    (at) => gated(`${at}/*`),
    (at) => create().route(at, gated()),
    (at) => create().route(at, gated("/*")),
    (at) => create().route("/", create().route(at, gated())),
    (at) =>
      create()
        .basePath(at)
        .use(cors({ origin: PAGE }))
        .get("*", hello),
    (at) => create().mount(at, gated().fetch),
    (at) =>
      create()
        .use(cors({ origin: PAGE }))
        .mount(at, create().get("*", hello).fetch),
  ];
  const PLACES = [
    "",
    "/",
    "//",
    "/api",
    "/api/",
    "/api//",
    "/api/*",
    "/:id",
    "/é",
    "/%40x",
    "/a.b",
  ];
  const PATHS = PLACES.flatMap((place) => [place, `${place}/x`, `${place}/x/`, `${place}x`]);

  it.each(PLACES)("at %j brings no warning, whatever is asked for", async (place) => {
    let answers = 0;
    for (const mount of MOUNTS) {
      const app = appOrNone(() => mount(place));
      for (const path of app ? PATHS : []) {
        for (const method of ["GET", "OPTIONS"]) {
          const url = `http://localhost/${path.replace(/^\//, "")}`;
          const response = await app?.fetch(
            new Request(url, { method, headers: { origin: PAGE } }),
          );
          if (response?.headers.has("access-control-allow-origin")) answers += 1;
        }
      }
    }
    expect(answers).toBeGreaterThan(20);
    expect(console.warn).not.toHaveBeenCalled();
  });
});

/** Some routers refuse some paths, the one at once and the other when it is asked. */
function appOrNone(make: () => Hono): Hono | undefined {
  try {
    const app = make();
    void app.request("/");
    return app;
  } catch {
    return undefined;
  }
}
