import { corsHeaders } from "@crossgate/testkit/cors-headers";
import { describe, expect, it } from "vitest";
import { choiceAmong } from "./routes.ts";
import { withCors } from "./with-cors.ts";

const PAGE = "https://myapp.com";
const STATIC = { origin: PAGE, exposeHeaders: ["x-a"] } as const;
const LISTED = { origin: [PAGE, "https://*.myapp.com"] } as const;
const GRANTED = { "access-control-allow-origin": PAGE, vary: "Origin" };
const STATIC_GRANTED = {
  "access-control-allow-origin": PAGE,
  "access-control-expose-headers": "x-a",
};

type Handler = (...given: unknown[]) => Response | undefined | Promise<Response | undefined>;
type Members = Readonly<Record<string, unknown>>;

const fetch = (): Response => new Response("fetch");
const fixed = (): Response => new Response("fixed", { headers: { "x-own": "yes" } });

function routesOf(routes: object, policy: typeof STATIC | typeof LISTED): Members {
  return (withCors({ fetch, routes }, policy) as unknown as { routes: Members }).routes;
}

async function answer(route: unknown, method = "GET"): Promise<readonly unknown[]> {
  const headers = {
    origin: PAGE,
    ...(method === "OPTIONS" && { "access-control-request-method": "PUT" }),
  };
  const request = new Request("http://localhost/fixed", { method, headers });
  const response =
    route instanceof Response ? route.clone() : await (route as Handler)(request, {});
  return [response?.status, await response?.text(), response && corsHeaders(response)];
}

/** A file as `Bun.file` has it. */
function fileOf(text: string, isThere: boolean): Blob {
  return Object.assign(new Blob([text]), { exists: async () => isThere });
}

describe("a fixed route under a static policy", () => {
  it("stays fixed for every method, but a preflight is answered by the gate (A1, R1)", async () => {
    const { "/fixed": route } = routesOf({ "/fixed": fixed() }, STATIC);
    const { OPTIONS, ...methods } = route as Members;
    expect(Object.keys(methods)).toEqual(["GET", "POST", "PUT", "PATCH", "DELETE"]);
    for (const value of Object.values(methods)) {
      expect(value).toBeInstanceOf(Response);
      expect(await answer(value)).toEqual([200, "fixed", STATIC_GRANTED]);
    }
    const [status, body, headers] = await answer(OPTIONS, "OPTIONS");
    expect([status, body]).toEqual([204, ""]);
    expect(headers).toMatchObject({ "access-control-allow-origin": PAGE });
  });

  it("stays fixed where it stands under a method", async () => {
    const { "/": route } = routesOf({ "/": { GET: fixed(), POST: () => fixed() } }, STATIC);
    const { GET, POST, ...others } = route as Members;
    expect(GET).toBeInstanceOf(Response);
    expect(POST).toBeTypeOf("function");
    expect(others).toEqual({});
    expect(await answer(GET)).toEqual([200, "fixed", STATIC_GRANTED]);
    expect(await answer(POST, "POST")).toEqual([200, "fixed", STATIC_GRANTED]);
  });

  it("has the policy's grant, and not its own one (R3)", async () => {
    const own = new Response("own", { headers: { "access-control-allow-origin": "*" } });
    const { "/": route } = routesOf({ "/": { GET: own } }, STATIC);
    expect(await answer((route as Members)["GET"])).toEqual([200, "own", STATIC_GRANTED]);
    expect(own.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("is a file's", async () => {
    const { "/": route } = routesOf({ "/": fileOf("file", true) }, STATIC);
    expect(await answer((route as Members)["GET"])).toEqual([200, "file", STATIC_GRANTED]);
  });
});

describe("a fixed route under another policy", () => {
  it("answers again and again", async () => {
    const routes = routesOf({ "/": fixed(), "/methods": { GET: fixed() } }, LISTED);
    for (const route of [routes["/"], (routes["/methods"] as Members)["GET"]]) {
      for (let time = 0; time < 2; time++) {
        expect(await answer(route)).toEqual([200, "fixed", GRANTED]);
      }
    }
  });

  it("of a file serves it, or goes on to fetch where there is none", async () => {
    const there = routesOf({ "/": fileOf("file", true) }, LISTED);
    expect(await answer(there["/"])).toEqual([200, "file", GRANTED]);
    const missing = routesOf({ "/": fileOf("file", false) }, LISTED);
    expect(await answer(missing["/"])).toEqual([200, "fetch", GRANTED]);
    const { routes } = withCors({ routes: { "/": fileOf("file", false) } }, LISTED) as {
      routes?: Members;
    };
    expect(await answer(routes?.["/"])).toEqual([404, "", GRANTED]);
  });
});

describe("what is no handler", () => {
  it("stays as it is: an HTML import, and false", () => {
    const html = { index: "page.html" };
    const given = { "/": html, "/off": false, "/none": undefined, "/null": null, "/text": "a" };
    const routes = routesOf(given, LISTED);
    expect(routes).toEqual(given);
    expect(routes["/"]).toBe(html);
  });

  it("has methods answer OPTIONS where an HTML import would hide fetch from them", async () => {
    const methods = { GET: () => new Response("get") };
    const html = { index: "page.html" };
    for (const [path, isHidden] of [
      ["/*", true],
      ["/:page", true],
      ["/page", false],
    ] as const) {
      const routes = routesOf({ [path]: html, "/api": methods }, LISTED);
      expect([path, Object.keys(routes["/api"] as object)]).toEqual([
        path,
        isHidden ? ["OPTIONS", "GET"] : ["GET"],
      ]);
    }
    const { "/api": api } = routesOf({ "/*": html, "/api": methods }, LISTED);
    const { OPTIONS } = api as Members;
    expect((await answer(OPTIONS, "OPTIONS"))[0]).toBe(204);
    const own = { ...methods, OPTIONS: () => new Response("own") };
    const ofOwn = routesOf({ "/*": html, "/api": own }, LISTED)["/api"] as Members;
    const plain = new Request("http://localhost/api", { method: "OPTIONS" });
    expect(await (await (ofOwn["OPTIONS"] as Handler)(plain, {}))?.text()).toBe("own");
  });

  it("is told from methods, which Bun looks for first (H1)", async () => {
    const html = [{ index: "page.html" }, { index: "a", aB: 1 }, { index: "a", Ab: 1 }];
    for (const route of html) expect(routesOf({ "/": route }, LISTED)["/"]).toBe(route);
    for (const [name, route] of [
      ["GET", { index: "page.html", files: [], GET: fetch }],
      ["GET", { dir: "files", GET: fetch }],
      ["get", { get: fetch }],
    ] as const) {
      const guarded = routesOf({ "/": route }, LISTED)["/"] as Members;
      expect(await answer(guarded[name])).toEqual([200, "fetch", GRANTED]);
    }
  });

  it("leaves to methods what they answer for it, and to no other route", () => {
    const routes = { "/*": { index: "page.html" }, "/api/*": fetch, "/api/x": { GET: fetch } };
    const leads = (path: string, method: string): boolean =>
      choiceAmong(routes)(path).leadsHere(new Request("http://localhost/api/x", { method }));
    expect([leads("/api/*", "OPTIONS"), leads("/api/*", "PUT")]).toEqual([false, true]);
  });

  it("takes OPTIONS away from fetch where the methods answer it", () => {
    const get = { GET: () => new Response("get") };
    const leads = (routes: object, method: string): boolean =>
      choiceAmong(routes as never)().leadsHere(new Request("http://localhost/api", { method }));
    expect([leads({ "/api": get }, "GET"), leads({ "/api": get }, "OPTIONS")]).toEqual([
      false,
      true,
    ]);
    expect(leads({ "/api": get, "/*": { index: "page.html" } }, "OPTIONS")).toBe(false);
  });

  it("says what to do with a directory", () => {
    expect(() => routesOf({ "/fonts/*": { dir: "fonts" } }, LISTED)).toThrow(
      new TypeError(
        'withCors can\'t guard routes["/fonts/*"]: Bun lets no one add headers to the files of a ' +
          "directory. Serve them from a function with Bun.file, or add the route to what withCors " +
          "returns, where it stays without CORS.",
      ),
    );
    expect(routesOf({ "/": { dir: 7, GET: fetch } }, LISTED)["/"]).toMatchObject({ dir: 7 });
  });
});

describe("options whose responses no gate sees (H1)", () => {
  it("are refused with what to do", () => {
    const withNode = { fetch, onNodeHTTPRequest() {} };
    expect(() => withCors(withNode, LISTED)).toThrow(
      new TypeError(
        "withCors can't guard onNodeHTTPRequest: Bun hands it node:http's requests and takes no " +
          "response for them. Leave it out, and serve them by fetch.",
      ),
    );
    const guarded = withCors({ fetch, listen() {} } as object, LISTED) as { listen?: () => void };
    expect(() => guarded.listen?.()).toThrow(
      new TypeError(
        "listen() would start the app without its gate: write Bun.serve(withCors(app, policy))",
      ),
    );
  });

  it("are no such options where nothing is given under the name", () => {
    const options = { fetch, onNodeHTTPRequest: undefined, error: 7 };
    expect(withCors(options as never, LISTED)).toMatchObject({ error: 7 });
  });

  it("are guarded where a function carries them", async () => {
    const app = Object.assign(() => new Response("called"), { fetch });
    const guarded = withCors(app, LISTED) as unknown as { fetch: Handler };
    expect(await answer(guarded.fetch)).toEqual([200, "fetch", GRANTED]);
  });
});
