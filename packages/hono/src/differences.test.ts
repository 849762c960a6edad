// Each row of the README's table of differences from hono/cors, as both behave.
import { Hono, type MiddlewareHandler } from "hono";
import { cors as honoCors } from "hono/cors";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { cors } from "./cors.ts";

const PAGE = "https://myapp.com";
const EVIL = "https://evil.com";

/**
 * JavaScript takes any options, and so does this; a response is shortened to what a row is about.
 */
type Create = (options?: Readonly<Record<string, unknown>>) => MiddlewareHandler;
type Look = (create: Create) => unknown;

const both = (look: Look): Promise<readonly unknown[]> =>
  Promise.all([look(honoCors as Create), look(cors as unknown as Create)]);

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(console, "warn").mockReturnValue();
});

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const from = (origin: string): Asked => ({ headers: { origin } });
const preflight = (origin: string, headers = "x-a"): Asked => ({
  method: "OPTIONS",
  headers: {
    origin,
    "access-control-request-method": "PUT",
    "access-control-request-headers": headers,
  },
});

async function ask(middleware: MiddlewareHandler, asked: Asked, answer?: Response) {
  const app = new Hono();
  app.use(async (c, next) => {
    c.header("x-earlier", "yes");
    await next();
  });
  app.use(middleware);
  app.all("/", (c) => answer ?? c.text("hello"));
  return app.request("/", asked);
}

/** A header of the response, its status, or why there is no response. */
const see =
  (
    what: string,
    options: Readonly<Record<string, unknown>> | undefined,
    asked: Asked,
    answer?: () => Response,
  ): Look =>
  async (create) => {
    try {
      const response = await ask(create(options), asked, answer?.());
      if (what === "status") return response.status;
      return what === "statusText" ? response.statusText : response.headers.get(what);
    } catch (error) {
      return error instanceof Error ? error.name : "a thrown response";
    }
  };

const ORIGIN = "access-control-allow-origin";
const EXPOSE = "access-control-expose-headers";
const LIST = { origin: [PAGE, "https://other.com"] };

describe("hono/cors and @crossgate/hono", () => {
  it.each<[string, Look, hono: unknown, ours: unknown]>([
    ["no options", see(ORIGIN, undefined, from(PAGE)), "*", "CorsConfigError"],
    ["an unset origin", see("status", { origin: undefined }, from(PAGE)), 500, "CorsConfigError"],
    ["a slash", see(ORIGIN, { origin: `${PAGE}/` }, from(PAGE)), null, "CorsConfigError"],
    ["no origins", see(ORIGIN, { origin: [] }, from(PAGE)), null, "CorsConfigError"],
    [
      "names in a list",
      see("access-control-allow-headers", { origin: PAGE, allowHeaders: ["X-A"] }, preflight(PAGE)),
      "X-A",
      "x-a",
    ],
    ["a status text", see("statusText", { origin: PAGE }, preflight(PAGE)), "No Content", ""],
    [
      "exposed names on a preflight",
      see(EXPOSE, { origin: PAGE, exposeHeaders: ["x-a"] }, preflight(PAGE)),
      "x-a",
      null,
    ],
    [
      "names that a handler exposes itself",
      see(
        EXPOSE,
        { origin: PAGE, exposeHeaders: ["x-a"] },
        from(PAGE),
        () => new Response("", { headers: { [EXPOSE]: "x-own" } }),
      ),
      "x-a",
      "x-a,x-own",
    ],
    [
      "a pattern",
      see(ORIGIN, { origin: ["https://*.myapp.com"] }, from("https://a.myapp.com")),
      null,
      "https://a.myapp.com",
    ],
    ["a function's true", see(ORIGIN, { origin: () => true }, from(PAGE)), "true", PAGE],
    ["a function's star", see(ORIGIN, { origin: () => "*" }, from(PAGE)), "*", null],
    ["a function's other string", see(ORIGIN, { origin: () => PAGE }, from(EVIL)), PAGE, null],
    ["a function, no Origin", see(ORIGIN, { origin: () => PAGE }, {}), PAGE, null],
    [
      "a function that throws",
      see(
        "status",
        {
          origin: () => {
            throw new Error("no database");
          },
        },
        from(PAGE),
      ),
      500,
      200,
    ],
    [
      "any origin with credentials",
      see(ORIGIN, { origin: "*", credentials: true }, from(PAGE)),
      "*",
      "CorsConfigError",
    ],
    [
      "an origin without TLS with credentials",
      see(ORIGIN, { origin: "http://myapp.com", credentials: true }, from("http://myapp.com")),
      "http://myapp.com",
      "CorsConfigError",
    ],
    [
      "credentials, told to a denied origin",
      see("access-control-allow-credentials", { ...LIST, credentials: true }, from(EVIL)),
      "true",
      null,
    ],
    [
      "exposed headers, told to a denied origin",
      see("access-control-expose-headers", { ...LIST, exposeHeaders: ["x-a"] }, from(EVIL)),
      "x-a",
      null,
    ],
    ["a preflight of a denied origin", see("status", LIST, preflight(EVIL)), 204, 403],
    ["another OPTIONS", see("status", LIST, { method: "OPTIONS", ...from(PAGE) }), 204, 200],
    [
      "methods by a function",
      see(
        "access-control-allow-methods",
        { ...LIST, allowMethods: () => ["GET"] },
        preflight(PAGE),
      ),
      "GET",
      "CorsConfigError",
    ],
    [
      "a misspelt method",
      see("access-control-allow-methods", { ...LIST, allowMethods: ["patch"] }, preflight(PAGE)),
      "patch",
      "CorsConfigError",
    ],
    [
      "no headers",
      see("access-control-allow-headers", { ...LIST, allowHeaders: [] }, preflight(PAGE)),
      "x-a",
      null,
    ],
    [
      "headers left open",
      see("access-control-allow-headers", LIST, preflight(PAGE)),
      "x-a",
      "*,authorization",
    ],
    [
      "a star in a list of headers",
      see("access-control-allow-headers", { ...LIST, allowHeaders: ["*"] }, preflight(PAGE)),
      "*",
      "*,authorization",
    ],
    ["no maxAge", see("access-control-max-age", LIST, preflight(PAGE)), null, "600"],
    [
      "maxAge of NaN",
      see("access-control-max-age", { ...LIST, maxAge: NaN }, preflight(PAGE)),
      "NaN",
      "CorsConfigError",
    ],
    ["one origin, told to another", see(ORIGIN, { origin: PAGE }, from(EVIL)), null, PAGE],
    ["one origin and Vary", see("vary", { origin: PAGE }, from(PAGE)), "Origin", null],
    [
      "Vary of a preflight",
      see("vary", { ...LIST, allowHeaders: ["x-a"] }, preflight(PAGE)),
      "Origin, Access-Control-Request-Headers",
      "Origin",
    ],
    [
      "Vary that is there already",
      see("vary", LIST, from(PAGE), () => new Response("", { headers: { vary: "origin" } })),
      "origin, Origin",
      "origin",
    ],
    [
      "an upstream's own grant",
      see(ORIGIN, LIST, from(EVIL), () => new Response("", { headers: { [ORIGIN]: "*" } })),
      "*",
      null,
    ],
    ["what earlier middleware set", see("x-earlier", LIST, preflight(PAGE)), "yes", null],
    ["an unknown option", see(ORIGIN, { origins: [PAGE] }, from(PAGE)), "*", "CorsConfigError"],
  ])("%s", async (_, look, hono, ours) => {
    expect(await both(look)).toEqual([hono, ours]);
  });

  it("a thrown response", async () => {
    const look: Look = async (create) => {
      const app = new Hono().use(create(LIST)).get("/", () => {
        throw new Response("thrown", { status: 418 });
      });
      try {
        return (await app.request("/", from(PAGE))).status;
      } catch {
        return "thrown on";
      }
    };
    expect(await both(look)).toEqual(["thrown on", 418]);
  });

  it("one inside another", async () => {
    const look: Look = async (create) => {
      const app = new Hono();
      app.use(create({ origin: "*" }));
      app.use(create({ origin: PAGE, credentials: true }));
      app.get("/", (c) => c.text("hello"));
      const { headers } = await app.request("/", from(EVIL));
      return [headers.get(ORIGIN), headers.get("access-control-allow-credentials")];
    };
    expect(await both(look)).toEqual([
      ["*", "true"],
      ["*", null],
    ]);
  });
});
