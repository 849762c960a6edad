import { spawnSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AppServer, startApp } from "../fixtures/app-server.ts";
import { type Answer, corsHeaders, open, send, valuesOf } from "../fixtures/wire.ts";

const PAGE = "https://www.myapp.com";
const EVIL = "https://evil.com";

const GRANTED = {
  "access-control-allow-credentials": "true",
  "access-control-allow-origin": PAGE,
  "access-control-expose-headers": "x-answer",
  vary: "Origin",
};

let app: AppServer;
let upstream: Server;

beforeAll(async () => {
  upstream = createServer((_request, response) => {
    const foreign = { "access-control-allow-origin": "*", "access-control-allow-methods": "PUT" };
    response.writeHead(202, { ...foreign, "x-answer": "upstream" }).end("from upstream");
  });
  await new Promise<void>((resolve) => {
    upstream.listen(0, "127.0.0.1", resolve);
  });
  const { port } = upstream.address() as AddressInfo;
  app = await startApp({ UPSTREAM: `http://127.0.0.1:${port}/` });
});
afterAll(async () => {
  await app?.stop();
  upstream.close();
});

async function ask(path: string, method = "GET", more: Record<string, string> = {}) {
  return send(app.url + path, { origin: PAGE, ...more }, method);
}

async function preflight(path: string, wanted: string, origin = PAGE): Promise<Answer> {
  return ask(path, "OPTIONS", { origin, "access-control-request-method": wanted });
}

describe("withCors on next start", () => {
  it("keeps what the handler answers, and adds the policy's headers (R2, R4, R5)", async () => {
    const answer = await ask("answers/fresh");
    expect(answer).toMatchObject({ status: 203, body: "fresh" });
    expect(valuesOf(answer, "x-answer")).toEqual(["yes"]);
    expect(corsHeaders(answer)).toEqual({ ...GRANTED, vary: "Accept, Origin" });
  });

  it.each([
    ["next-response", 201, ["a=1; Path=/", "b=2; Path=/"]],
    ["cookies", 200, ["other=o1; Path=/", "session=s1; Path=/"]],
    ["cookies-redirect", 307, ["session=s1; Path=/"]],
  ])("sends the cookies of %s (R5)", async (kind, status, cookies) => {
    const answer = await ask(`answers/${kind}`);
    expect(answer.status).toBe(status);
    expect(valuesOf(answer, "set-cookie")).toEqual(cookies);
    expect(corsHeaders(answer)).toEqual(GRANTED);
  });

  it.each([
    ["redirect", 307, "https://app.example.com/a;b;307;?c=1"],
    ["permanent-redirect", 308, "/for-good"],
    ["cookies-redirect", 307, "/elsewhere?from=here"],
    ["response-redirect", 302, "https://app.example.com/"],
    ["not-found", 404, undefined],
    ["forbidden", 403, undefined],
    ["unauthorized", 401, undefined],
  ])("lets a page see %s, whether or not there is an onError (R8)", async (kind, status, to) => {
    for (const path of [`answers/${kind}`, `answered/${kind}`]) {
      const answer = await ask(path);
      expect(answer).toMatchObject({ status, body: "" });
      expect(valuesOf(answer, "location")).toEqual(to === undefined ? [] : [to]);
      expect(corsHeaders(answer)).toEqual(GRANTED);
    }
  });

  it("redirects a form's post to a GET, as Next does", async () => {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await ask("answers/redirect", "POST", form)).status).toBe(303);
    const json = { "content-type": "application/json" };
    expect((await ask("answers/redirect", "POST", json)).status).toBe(307);
  });

  it("makes a thrown error readable with onError, also one that Next has marked (R8)", async () => {
    for (const [kind, message] of [
      ["error", "the handler's own"],
      ["hashed-error", "from use cache"],
    ]) {
      const answer = await ask(`answered/${kind}`);
      expect(answer.status).toBe(500);
      expect(JSON.parse(answer.body)).toEqual({
        error: `Error: ${message}`,
        method: "GET",
        params: { kind },
      });
      expect(corsHeaders(answer)).toEqual(GRANTED);
    }
  });

  it("leaves errors and bail-outs to Next otherwise (R8)", async () => {
    for (const path of ["answers/error", "answers/bail-out", "answered/bail-out"]) {
      const answer = await ask(path);
      expect(answer).toMatchObject({ status: 500, body: "" });
      expect(corsHeaders(answer)).toEqual({});
    }
  });

  it("decorates a thrown response (R8) and an upstream's (R3, R6)", async () => {
    const thrown = await ask("answers/thrown-response");
    expect(thrown).toMatchObject({ status: 418, body: "thrown" });
    expect(corsHeaders(thrown)).toEqual(GRANTED);
    const fetched = await ask("answers/upstream");
    expect(fetched).toMatchObject({ status: 202, body: "from upstream" });
    expect(valuesOf(fetched, "x-answer")).toEqual(["upstream"]);
    expect(corsHeaders(fetched)).toEqual(GRANTED);
  });

  it("delivers the first chunk before the second is written (R5)", async () => {
    const response = await open(`${app.url}answers/stream`, { origin: PAGE });
    const chunks = response.setEncoding("utf8")[Symbol.asyncIterator]();
    expect((await chunks.next()).value).toBe("first ");
    await ask("answers/open-gate");
    expect((await chunks.next()).value).toBe("second");
    expect((await chunks.next()).done).toBe(true);
  });

  it("passes params and the request on", async () => {
    const inline = await ask("users/7?x=1");
    expect(JSON.parse(inline.body)).toEqual({ id: "7", query: "?x=1" });
    const annotated = await ask("users/ab?x=1", "DELETE");
    expect(JSON.parse(annotated.body)).toEqual({ deleted: "AB", query: "?x=1" });
  });

  it("allows what is exported (A1)", async () => {
    const answer = await preflight("users/7", "DELETE");
    expect(answer).toMatchObject({ status: 204, body: "" });
    expect(corsHeaders(answer)).toEqual({
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": "content-type",
      "access-control-allow-methods": "GET,HEAD,DELETE",
      "access-control-allow-origin": PAGE,
      "access-control-max-age": "600",
      vary: "Origin",
    });
  });

  it("refuses another origin's preflight (A2), and grants it nothing else (R2)", async () => {
    const refused = await preflight("users/7", "DELETE", EVIL);
    expect(refused.status).toBe(403);
    expect(corsHeaders(refused)).toEqual({ vary: "Origin" });
    const answer = await ask("users/7", "GET", { origin: EVIL });
    expect(answer.status).toBe(200);
    expect(corsHeaders(answer)).toEqual({ vary: "Origin" });
  });

  it("answers another OPTIONS as Next does, or as the route does (C3)", async () => {
    const answer = await ask("users/7", "OPTIONS");
    expect(answer).toMatchObject({ status: 204, body: "" });
    expect(valuesOf(answer, "allow")).toEqual(["DELETE, GET, HEAD, OPTIONS"]);
    expect(corsHeaders(answer)).toEqual(GRANTED);
    const own = await ask("own-options", "OPTIONS");
    expect(own).toMatchObject({ status: 200, body: "mine" });
    const methods = valuesOf(
      await preflight("own-options", "PATCH"),
      "access-control-allow-methods",
    );
    expect(methods).toEqual(["HEAD,OPTIONS,PATCH"]);
  });

  it("fails closed while the policy can't be had, says why, and recovers", async () => {
    const failed = await ask("from-env");
    expect(failed.status).toBe(500);
    expect(corsHeaders(failed)).toEqual({});
    expect(app.log()).toMatch(/origin: .*"https:\/\/MyApp\.com\/".*"https:\/\/myapp\.com"/u);
    const recovered = await ask("from-env");
    expect(recovered).toMatchObject({ status: 200, body: "asked 2 times" });
    expect(corsHeaders(recovered)["access-control-allow-origin"]).toBe(PAGE);
  });

  it("is the same for every origin where Next stores the response, with one origin (R1)", async () => {
    const answers = await Promise.all([ask("static/one"), send(`${app.url}static/one`)]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    for (const answer of answers) {
      expect(valuesOf(answer, "x-nextjs-cache")).toEqual(["HIT"]);
      expect(corsHeaders(answer)).toEqual({ "access-control-allow-origin": "https://myapp.com" });
    }
  });

  it("keeps a route with several origins out of Next's own cache", async () => {
    const other = await ask("static/list", "GET", { origin: "https://other.com" });
    expect(valuesOf(other, "x-nextjs-cache")).toEqual([]);
    expect(corsHeaders(await ask("static/list"))).toEqual({ vary: "Origin" });
  });

  it("runs on the deprecated edge runtime", async () => {
    expect(app.log()).toContain("The Edge Runtime is deprecated");
    const answer = await ask("edge");
    expect(answer).toMatchObject({ status: 200, body: "from the edge" });
    const { "access-control-expose-headers": _, ...granted } = GRANTED;
    expect(corsHeaders(answer)).toEqual(granted);
    expect(await ask("edge", "POST")).toMatchObject({ status: 307 });
    expect((await preflight("edge", "POST")).status).toBe(204);
  });
});

describe("corsProxy on next start", () => {
  it("adds the policy's headers to what a route handler answers (R2, R4)", async () => {
    const answer = await ask("proxied/several/data");
    expect(answer).toMatchObject({ status: 200, body: "data" });
    expect(valuesOf(answer, "x-answer")).toEqual(["yes"]);
    expect(valuesOf(answer, "vary").toSorted()).toEqual(["Accept", "Origin"]);
    const { vary: _, ...granted } = GRANTED;
    expect(Object.fromEntries(answer.headers)).toMatchObject(granted);
  });

  it("answers preflights and refusals itself (A1, A2, R9)", async () => {
    expect(await preflight("proxied/several/data", "PUT")).toMatchObject({ status: 204, body: "" });
    for (const refused of [
      await preflight("proxied/several/data", "PUT", EVIL),
      await ask("proxied/several/data", "POST", { origin: EVIL }),
    ]) {
      expect(refused.status).toBe(403);
      expect(corsHeaders(refused)).toEqual({ vary: "Origin" });
    }
  });

  it("leaves another OPTIONS, and a method that is missing, to Next (C3)", async () => {
    const options = await ask("proxied/several/data", "OPTIONS");
    expect(valuesOf(options, "allow")).toEqual(["GET, HEAD, OPTIONS, POST"]);
    expect(corsHeaders(options)).toEqual(GRANTED);
    const missing = await ask("proxied/several/data", "PUT");
    expect(missing.status).toBe(405);
    expect(corsHeaders(missing)).toEqual(GRANTED);
  });

  it.each([
    ["rewritten", 200, "data"],
    ["redirected", 307, "/proxied/several/data"],
    ["answered", 200, "by the proxy"],
  ])("goes on with the rest of the proxy: %s", async (path, status, body) => {
    const answer = await ask(`proxied/several/${path}`);
    expect(answer).toMatchObject({ status, body });
    expect(valuesOf(answer, "access-control-allow-origin")).toEqual([PAGE]);
  });

  it("is asked again for the path of a rewrite, so that two policies mix", async () => {
    const { vary: _, ...granted } = GRANTED;
    const answer = await ask("proxied/several/other-policy");
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...granted,
      "access-control-allow-origin": "https://myapp.com",
    });
  });

  it("is right on pages with one origin, where Next overwrites Vary (R1)", async () => {
    for (const [path, status] of [
      ["proxied/one", 200],
      ["proxied/one/nowhere", 404],
    ] as const) {
      const answer = await ask(path);
      expect(answer.status).toBe(status);
      expect(corsHeaders(answer)).toEqual({ "access-control-allow-origin": "https://myapp.com" });
    }
  });

  it("loses Vary on pages with several origins, which is why it warns", async () => {
    const { vary: _, ...granted } = GRANTED;
    expect(corsHeaders(await ask("proxied/several"))).toEqual(granted);
  });
});

describe("corsProxy in front of another server", () => {
  it.each(["configured", "chosen"])(
    "cannot keep what its server allows from a denied origin: a rewrite that is %s",
    async (path) => {
      const answer = await ask(`elsewhere/${path}`, "GET", { origin: EVIL });
      expect(answer).toMatchObject({ status: 202, body: "from upstream" });
      expect(valuesOf(answer, "access-control-allow-origin")).toEqual(["*"]);
      expect((await preflight(`elsewhere/${path}`, "PUT", EVIL)).status).toBe(403);
    },
  );

  it("warns of the rewrite that it sees", async () => {
    await ask("elsewhere/chosen");
    expect(app.log()).toContain("corsProxy passed on a rewrite to http://127.0.0.1:");
  });
});

describe("corsProxy in front of pages/api", () => {
  it("answers preflights and refusals, and adds the policy's headers", async () => {
    expect(await preflight("api/old", "PUT")).toMatchObject({ status: 204, body: "" });
    expect((await preflight("api/old", "PUT", EVIL)).status).toBe(403);
    const answer = await ask("api/old");
    expect(answer).toMatchObject({ status: 200, body: '{"method":"GET"}' });
    expect(corsHeaders(answer)).toEqual(GRANTED);
    expect(corsHeaders(await ask("api/old", "GET", { origin: EVIL }))).toEqual({ vary: "Origin" });
  });

  it("makes an error readable, and leaves another OPTIONS to the handler (C3)", async () => {
    const failed = await ask("api/old?fail=1");
    expect(failed.status).toBe(500);
    expect(corsHeaders(failed)).toEqual(GRANTED);
    expect((await ask("api/old", "OPTIONS")).body).toBe('{"method":"OPTIONS"}');
  });

  it("loses Vary where the handler sets one, as on pages", async () => {
    expect(valuesOf(await ask("api/old?vary=1"), "vary")).toEqual(["accept-language"]);
  });
});

describe("corsProxy before what others export as their proxy", () => {
  it.each([
    ["a callback of NextAuth's auth", "auth", 401, '{"error":"no session"}'],
    ["NextAuth's auth", "auth-alone", 200, "behind the guest"],
    ["Clerk", "clerk", 401, '{"error":"no session"}'],
    ["next-intl", "intl", 200, "behind the guest"],
  ])("%s never sees a preflight, and its response is decorated", async (_, path, status, body) => {
    expect(await preflight(`guests/${path}`, "PUT")).toMatchObject({ status: 204, body: "" });
    expect((await preflight(`guests/${path}`, "PUT", EVIL)).status).toBe(403);
    const answer = await ask(`guests/${path}`);
    expect(answer).toMatchObject({ status, body });
    expect(corsHeaders(answer)).toEqual(GRANTED);
    const denied = await ask(`guests/${path}`, "GET", { origin: EVIL });
    expect(corsHeaders(denied)).toEqual({ vary: "Origin" });
  });
});

describe("cors of Hono under hono/vercel", () => {
  it.each([
    ["data", 200, "by Hono"],
    ["fails", 500, "the handler's own"],
    ["nowhere", 404, "404 Not Found"],
  ])("decorates %s (R2)", async (path, status, body) => {
    const answer = await ask(`hono/${path}`);
    expect(answer).toMatchObject({ status, body });
    expect(corsHeaders(answer)).toEqual(GRANTED);
    const denied = await ask(`hono/${path}`, "GET", { origin: EVIL });
    expect(corsHeaders(denied)).toEqual({ vary: "Origin" });
  });

  it("answers preflights, because the route exports OPTIONS (A1, A2)", async () => {
    expect(await preflight("hono/data", "PUT")).toMatchObject({ status: 204, body: "" });
    expect((await preflight("hono/data", "PUT", EVIL)).status).toBe(403);
    expect(await ask("hono/data", "PUT")).toMatchObject({ status: 200 });
  });
});

/** Each way to write a path, raw on the wire, and what it must not reach under another rule. */
const SPELLINGS: readonly (readonly [path: string, reached: "admin" | "public" | "nothing"])[] = [
  ["/admin", "admin"],
  ["/admin/x", "admin"],
  ["/x/../admin", "admin"],
  ["/public/../admin", "admin"],
  ["/public/%2e%2e/admin", "admin"],
  ["/public/x", "public"],
  ["/admin/%2e%2e/public/x", "public"],
  ["/admin/", "nothing"],
  ["/%61dmin/x", "nothing"],
  ["//admin/x", "nothing"],
  ["/admin%2fx", "nothing"],
  ["/ADMIN/x", "nothing"],
  ["/admin;x", "nothing"],
  ["/admin\\x", "nothing"],
  ["/public\\..\\admin", "nothing"],
];

describe.each([
  ["corsProxy", ""],
  ["withCors", "/routes"],
])("policies by path through %s", (_, base) => {
  const ADMIN = "https://admin.myapp.com";
  const HANDLERS = ["admin", "public"];

  it.each(SPELLINGS)("%s reaches no handler under another path's rule", async (path, reached) => {
    const seen = await Promise.all(
      [ADMIN, EVIL].map(async (origin) => {
        const { body, ...answer } = await send(app.url, { origin }, "GET", base + path);
        const [granted] = valuesOf({ body, ...answer }, "access-control-allow-origin");
        return HANDLERS.includes(body) ? [body, granted] : undefined;
      }),
    );
    const expected = {
      admin: [["admin", ADMIN], undefined],
      public: [
        ["public", "*"],
        ["public", "*"],
      ],
      nothing: [undefined, undefined],
    };
    expect(seen).toEqual(expected[reached]);
  });
});

describe("these tests", () => {
  it("keep Next's telemetry off, and on this machine", async () => {
    expect(app.log()).not.toMatch(/telemetry|outside/i);
    const guard = new URL("../fixtures/loopback-only.ts", import.meta.url).href;
    const script = 'await fetch("http://192.0.2.1/").catch(() => {});';
    const { status, stderr } = spawnSync(process.execPath, [`--import=${guard}`, "-e", script]);
    expect(String(stderr)).toContain("outside: a connection to 192.0.2.1");
    expect(status).toBe(70);
  });
});
