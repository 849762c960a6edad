// The CORS set-ups that Hono's documentation shows, each in our words, with only the import changed.
import { CorsConfigError } from "@crossgate/core";
import { Hono, type MiddlewareHandler } from "hono";
import { cors as honoCors } from "hono/cors";
import { describe, expect, it } from "vitest";
import { cors } from "./cors.ts";
import type { HonoOptions } from "./options.ts";

type Given = Parameters<typeof honoCors>[0];
type Create = (given?: Given) => MiddlewareHandler;

/** The import, changed. The types refuse these options before the adapter does. */
const changed = cors as unknown as Create;

const ORIGINS = [
  "https://example.com",
  "http://example.com",
  "https://example.org",
  "https://sub.example.com",
  "https://evil-example.com",
  "http://localhost:3001",
  "https://evil.com",
];
const METHODS = ["GET", "POST", "PATCH", "DELETE"];

function serve(middleware: MiddlewareHandler): Hono {
  return new Hono().use("/api/*", middleware).all("/api/x", (c) => c.json({ success: true }));
}

/** What a browser lets pages do: who may read, and who may send what that needs permission. */
async function granted(app: Hono, credentials: boolean): Promise<readonly string[]> {
  const grants: string[] = [];
  for (const origin of ORIGINS) {
    if (isGrant(await app.request("/api/x", { headers: { origin } }), origin, credentials)) {
      grants.push(`${origin} reads`);
    }
    for (const method of METHODS) {
      const headers = {
        origin,
        "access-control-request-method": method,
        "access-control-request-headers": "x-custom-header",
      };
      const answer = await app.request("/api/x", { method: "OPTIONS", headers });
      const allowed = answer.headers.get("access-control-allow-methods")?.split(/, ?/u) ?? [];
      const permitted = allowed.includes(method) || allowed.includes("*");
      if (isGrant(answer, origin, credentials) && answer.ok && permitted) {
        grants.push(`${origin} sends ${method}`);
      }
    }
  }
  return grants;
}

function isGrant({ headers }: Response, origin: string, credentials: boolean): boolean {
  const allowed = headers.get("access-control-allow-origin");
  if (!credentials) return allowed === "*" || allowed === origin;
  return allowed === origin && headers.get("access-control-allow-credentials") === "true";
}

const NAMED: Given = {
  origin: "http://example.com",
  allowHeaders: ["X-Custom-Header", "Upgrade-Insecure-Requests"],
  allowMethods: ["POST", "GET", "OPTIONS"],
  exposeHeaders: ["Content-Length", "X-Kuma-Revision"],
  maxAge: 600,
  credentials: true,
};

describe("passes with the import changed, and grants the same", () => {
  it.each<[string, Given]>([
    ["anyone, said in so many words", { origin: "*" }],
    ["one origin", { origin: "https://example.com" }],
    ["one origin without TLS, and no credentials", { ...NAMED, credentials: false }],
    ["every option, for a page with TLS", { ...NAMED, origin: "https://example.com" }],
    ["several origins", { origin: ["https://example.com", "https://example.org"] }],
    [
      "a function that looks at the origin's end, with another origin for the rest",
      { origin: (o) => (o.endsWith(".example.com") ? o : "http://example.com") },
    ],
    ["a function that answers later", { origin: async (o) => (o.endsWith(".com") ? o : null) }],
    [
      "a page in development, with cookies",
      {
        origin: "http://localhost:3001",
        allowHeaders: ["Content-Type", "Authorization", "X-Custom-Header"],
        allowMethods: ["POST", "GET", "OPTIONS"],
        exposeHeaders: ["Content-Length"],
        credentials: true,
      },
    ],
  ])("%s", async (_, given) => {
    const credentials = given?.credentials === true;
    const before = await granted(serve(honoCors(given)), credentials);
    expect(before).not.toEqual([]);
    expect(await granted(serve(changed(given)), credentials)).toEqual(before);
  });

  it("a policy from c.env, made inside another middleware", async () => {
    const grants = await Promise.all(
      [honoCors, changed].map(async (create) => {
        const app = new Hono<{ Bindings: { CORS_ORIGIN: string } }>();
        app.use("*", async (c, next) => create({ origin: c.env.CORS_ORIGIN })(c, next));
        app.get("/", (c) => c.text("hello"));
        const headers = { origin: "https://example.com" };
        const answer = await app.request("/", { headers }, { CORS_ORIGIN: "https://example.com" });
        return [await answer.text(), answer.headers.get("access-control-allow-origin")];
      }),
    );
    expect(grants).toEqual([
      ["hello", "https://example.com"],
      ["hello", "https://example.com"],
    ]);
  });
});

describe("is refused, and passes once its text is followed", () => {
  it.each<[string, Given, RegExp, Given, readonly string[]]>([
    [
      "no options, which is anyone",
      undefined,
      /write .*"https:\/\/\*\.example\.com"/u,
      { origin: "https://*.example.com" },
      ["https://sub.example.com reads"],
    ],
    [
      "an origin without TLS, with credentials",
      NAMED,
      /write https:/u,
      { ...NAMED, origin: "https://example.com" },
      ["https://example.com reads", "https://example.com sends POST"],
    ],
    [
      "methods by origin",
      { origin: "https://example.com", allowMethods: (o) => [o, "GET"] },
      /write "\*" or a list/u,
      { origin: "https://example.com", allowMethods: ["GET", "PATCH"] },
      ["https://example.com reads", "https://example.com sends PATCH"],
    ],
  ])("%s", async (_, given, advice, followed, grants) => {
    expect(() => changed(given)).toThrow(CorsConfigError);
    expect(() => changed(given)).toThrow(advice);
    const credentials = followed?.credentials === true;
    expect(await granted(serve(changed(followed)), credentials)).toEqual(
      expect.arrayContaining([...grants]),
    );
  });

  it("an unset environment variable", async () => {
    const app = new Hono<{ Bindings: { CORS_ORIGIN?: string } }>();
    app.use(async (c, next) => changed({ origin: c.env.CORS_ORIGIN! })(c, next));
    app.onError((error) => new Response(error.message, { status: 500 }));
    const answer = await app.request("/", { headers: { origin: "https://example.com" } }, {});
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain("an unset variable?");
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });
});

it("methods by origin are two policies and a function", async () => {
  const trusted: HonoOptions = { origin: "https://example.com", allowMethods: ["GET", "PATCH"] };
  const others: HonoOptions = { origin: "*", allowMethods: [] };
  const app = serve(cors((c) => (c.req.header("origin") === trusted.origin ? trusted : others)));
  const grants = await granted(app, false);
  expect(grants).toContain("https://example.com sends PATCH");
  expect(grants).toContain("https://evil.com reads");
  expect(grants).not.toContain("https://evil.com sends PATCH");
});
