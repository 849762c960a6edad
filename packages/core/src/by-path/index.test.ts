import { describe, expect, test } from "vitest";
import { CorsConfigError } from "../config-error.ts";
import { corsByPath, type PathRule } from "./index.ts";

const RULES: readonly PathRule[] = [
  { path: "/public/*", origin: "*" },
  { path: "/admin/*", origin: ["https://admin.myapp.com", "https://ops.myapp.com"] },
  { path: "/health", origin: "https://status.myapp.com" },
  { path: "/café/*", origin: "https://menu.myapp.com" },
  { path: "*", origin: "https://myapp.com" },
];

/** By the only origin that a rule's policy allows, one can tell which rule decided. */
const ORIGINS = {
  public: "https://anyone.example",
  admin: "https://admin.myapp.com",
  health: "https://status.myapp.com",
  café: "https://menu.myapp.com",
  rest: "https://myapp.com",
};

function ruleOf(path: string): string {
  const gate = corsByPath(RULES);
  for (const [rule, origin] of Object.entries(ORIGINS)) {
    const verdict = gate.check(new Request(`http://api${path}`, { headers: { origin } }));
    if (!(verdict instanceof Promise) && verdict.reason === "no-policy") return "none";
    if (!(verdict instanceof Promise) && verdict.allowed) return rule;
  }
  return "unknown";
}

describe("section 6: which rule covers a path", () => {
  const cases: readonly (readonly [path: string, rule: string])[] = [
    ["/", "rest"],
    ["/public", "public"],
    ["/public/", "public"],
    ["/public/a/b", "public"],
    ["/publicity", "rest"],
    ["/PUBLIC/a", "rest"],
    ["/admin", "admin"],
    ["/admin/", "admin"],
    ["/%61dmin/x", "admin"],
    ["/x/../admin", "admin"],
    ["/x/%2e%2E/admin", "admin"],
    ["/admin\\x", "admin"],
    ["/admin?x=/public/", "admin"],
    ["/ADMIN/x", "rest"],
    ["/admin;x", "rest"],
    ["//admin/x", "none"],
    ["/public//admin", "none"],
    ["/admin%2fx", "none"],
    ["/public%2Fx", "none"],
    ["/admin%5cx", "none"],
    ["/%2561dmin", "none"],
    ["/public/%", "none"],
    ["/public/%zz", "none"],
    ["/public/%ff", "none"],
    ["/health", "health"],
    ["/health/", "health"],
    ["/health/x", "rest"],
    ["/caf%C3%A9/x", "café"],
    ["/caf%c3%a9/x", "café"],
    ["/café/x", "café"],
  ];
  test.each(cases)("%s → %s", (path, rule) => expect(ruleOf(path)).toBe(rule));

  test("the first rule that covers it, in declared order", () => {
    const gate = corsByPath([
      { path: "/a/b", origin: "*" },
      { path: "/a", origin: "*" },
      { path: "/a/*", origin: "https://a.example" },
    ]);
    const headers = { origin: "https://other.example" };
    expect(gate.check(new Request("http://api/a/b", { headers }))).toMatchObject({ allowed: true });
    expect(gate.check(new Request("http://api/a/c", { headers }))).toMatchObject({
      allowed: false,
    });
  });
});

describe("section 6: a path without a rule", () => {
  const gate = corsByPath([{ path: "/api/*", origin: "*" }]);
  const handler = () =>
    new Response("hello", {
      headers: { "access-control-allow-origin": "*", "access-control-allow-credentials": "true" },
    });
  const from = (method: string, headers: Record<string, string>) =>
    new Request("http://api/other", { method, headers });

  test("loses the handler's own CORS headers", async () => {
    const response = await gate.wrap(handler)(from("GET", { origin: "https://a.example" }));
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "text/plain;charset=UTF-8",
      vary: "Origin",
    });
    expect(await response.text()).toBe("hello");
  });

  test("refuses preflights without running the handler", async () => {
    const headers = { origin: "https://a.example", "access-control-request-method": "GET" };
    const never = (): Response => expect.fail("the handler ran");
    const response = await gate.wrap(never)(from("OPTIONS", headers));
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("says so", () => {
    expect(gate.check(from("GET", { origin: "https://a.example" }))).toMatchObject({
      kind: "actual",
      allowed: false,
      reason: "no-policy",
      detail: "No rule covers the path of this request.",
    });
    expect(gate.check(from("GET", {}))).toMatchObject({ kind: "none", reason: "no-origin" });
    expect(gate.check(from("GET", { origin: "http://api" }))).toMatchObject({
      reason: "same-origin",
    });
  });
});

describe("section 6: the gate", () => {
  test("passes everything on, and each rule keeps its own hooks", async () => {
    const gate = corsByPath<{ tenant: string }>([
      {
        path: "/a/*",
        origin: (origin, context) => origin === `https://${context.tenant}.example`,
        onError: (error) => new Response(String(error), { status: 500 }),
      },
    ]);
    const seen: unknown[] = [];
    const guarded = gate.wrap(function (
      this: unknown,
      request: Request,
      context: { tenant: string },
      extra: number,
    ) {
      seen.push(this, context, extra, new URL(request.url).pathname);
      throw new Error("broken");
    });
    const self = {};
    const request = new Request("http://api/a/x", { headers: { origin: "https://acme.example" } });
    const response = await guarded.call(self, request, { tenant: "acme" }, 7);
    expect(seen).toEqual([self, { tenant: "acme" }, 7, "/a/x"]);
    expect(response.status).toBe(500);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://acme.example");
  });
});

describe("section 6: what is refused", () => {
  const issuesOf = (rules: unknown) => {
    try {
      corsByPath(rules as readonly PathRule[]);
    } catch (error) {
      if (error instanceof CorsConfigError)
        return error.issues.map(({ path, code }) => [path, code]);
      throw error;
    }
    return [];
  };

  test.each([
    ["no rules", [], [["rules", "missing"]]],
    ["no list", undefined, [["rules", "missing"]]],
    ["a relative path", [{ path: "admin", origin: "*" }], [["[0].path", "invalid"]]],
    ["no path", [{ origin: "*" }], [["[0].path", "invalid"]]],
    [
      "no rule in the list",
      [undefined, null],
      [
        ["[0].path", "invalid"],
        ["[0].origin", "missing"],
        ["[1].path", "invalid"],
        ["[1].origin", "missing"],
      ],
    ],
    ["a star inside", [{ path: "/a/*/b", origin: "*" }], [["[0].path", "invalid"]]],
    ["dot segments", [{ path: "/a/../b", origin: "*" }], [["[0].path", "invalid"]]],
    ["a query", [{ path: "/a?b", origin: "*" }], [["[0].path", "invalid"]]],
    ["an empty segment", [{ path: "/a//b/*", origin: "*" }], [["[0].path", "invalid"]]],
    [
      "a rule behind one that covers it",
      [
        { path: "/a/*", origin: "*" },
        { path: "/a/b", origin: "*" },
        { path: "/a", origin: "*" },
        { path: "/ab", origin: "*" },
      ],
      [
        ["[1].path", "incompatible"],
        ["[2].path", "incompatible"],
      ],
    ],
    [
      "everything twice",
      [
        { path: "*", origin: "*" },
        { path: "*", origin: "*" },
      ],
      [["[1].path", "incompatible"]],
    ],
    [
      "every problem of every policy at once",
      [
        { path: "/a", origin: "*", credentials: true },
        { path: "/b", origin: [], methods: [] },
      ],
      [
        ["[0].origin", "incompatible"],
        ["[1].origin", "missing"],
        ["[1].methods", "unknown"],
      ],
    ],
  ])("%s", (_, rules, issues) => expect(issuesOf(rules)).toEqual(issues));

  test("an error that is not about the policy goes on as it came", () => {
    class Broken extends RegExp {
      override get source(): string {
        throw new RangeError("broken");
      }
    }
    expect(() => corsByPath([{ path: "*", origin: new Broken("^a$") }])).toThrow(RangeError);
  });
});
