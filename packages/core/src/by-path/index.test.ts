import { describe, expect, test } from "vitest";
import { CorsConfigError } from "../config-error.ts";
import { createCors, type Gate } from "../cors.ts";
import { gateFor } from "../adapter/gate-for.ts";
import { gateForRoute } from "../adapter/route.ts";
import type { Verdict } from "../verdict/verdict.ts";
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

describe("which rule covers a path", () => {
  const cases: readonly (readonly [path: string, rule: string])[] = [
    ["/", "rest"],
    ["/public", "public"],
    ["/public/", "public"],
    ["/public/a/b", "public"],
    ["/publicity", "rest"],
    ["/PUBLIC/a", "rest"],
    ["/admin", "admin"],
    ["/admin/", "admin"],
    ["/%61dmin/x", "none"],
    ["/admin/%61", "admin"],
    ["/admin/%40", "admin"],
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
    ["/caf%c3%a9/x", "none"],
    ["/café/%c3%a9", "café"],
    ["/café/x", "café"],
  ];
  test.each(cases)("%s → %s", (path, rule) => expect(ruleOf(path)).toBe(rule));

  test.each([
    ["/", "/", true],
    ["/", "/a", false],
    ["/*", "/", true],
    ["/*", "/a/b", true],
    ["/a/", "/a", true],
    ["/a/", "/a/b", false],
    ["/%40a/*", "/@a/b", true],
    ["/caf%c3%a9", "/café", true],
    ["/a%20b", "/a b", true],
  ])("a rule for %s and the path %s: %s", (rule, path, covered) => {
    const gate = corsByPath([{ path: rule, origin: "*" }]);
    const request = new Request(`http://api${path}`, { headers: { origin: "https://a.example" } });
    expect(gate.check(request)).toMatchObject({ allowed: covered });
  });

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

describe("a path without a rule", () => {
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

describe("the gate", () => {
  test("puts a rule's gate around a handler once, and only when it is asked for", async () => {
    const wraps: string[] = [];
    const counted = (name: string): Gate => {
      const { wrap, ...gate } = createCors({ origin: "*" });
      const counting = ((handler) => {
        wraps.push(name);
        return wrap(handler);
      }) as typeof wrap;
      return { ...gate, wrap: counting };
    };
    const guarded = corsByPath([
      { path: "/a/*", gate: counted("a") },
      { path: "/b/*", gate: counted("b") },
    ]).wrap(() => new Response());
    for (const path of ["/a/1", "/a/2", "/a"]) await guarded(new Request(`http://api${path}`));
    expect(wraps).toEqual(["a"]);
  });

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

describe("a rule's policy is options or a gate", () => {
  const own = createCors({ origin: "https://own.example" });
  const gate = corsByPath([
    { path: "/own/*", gate: own },
    { path: "/nested/*", gate: corsByPath([{ path: "/nested/a", origin: "https://a.example" }]) },
    { path: "*", origin: "https://rest.example" },
  ]);
  const reasonOf = (path: string, origin: string) => {
    const verdict = gate.check(new Request(`http://api${path}`, { headers: { origin } }));
    return (verdict as Verdict).reason;
  };

  test.each([
    ["/own/x", "https://own.example", "origin-allowed"],
    ["/own/x", "https://rest.example", "origin-denied"],
    ["/nested/a", "https://a.example", "origin-allowed"],
    ["/nested/b", "https://a.example", "no-policy"],
    ["/x", "https://rest.example", "origin-allowed"],
  ])("%s from %s: %s", (path, origin, reason) => expect(reasonOf(path, origin)).toBe(reason));
});

describe("a path that routers read in different ways", () => {
  const PAGE = "https://page.example";
  const ask = (gate: Gate, path: string, headers: Record<string, string> = {}) => {
    const request = new Request(`http://api${path}`, { headers: { origin: PAGE, ...headers } });
    return gate.wrap(() => new Response("ran"))(request);
  };
  const rules = (partner: PathRule) => corsByPath([partner, { path: "*", origin: [PAGE] }]);
  const lenient = rules({ path: "/@partner/*", origin: [PAGE] });
  const strict = rules({ path: "/@partner/*", origin: [PAGE], refuseDenied: true });

  test("is for no one, and says why", () => {
    for (const path of ["/%40partner/x", "/%2540partner", "/@partner%2fx", "//@partner", "/%"]) {
      const request = new Request(`http://api${path}`, { headers: { origin: PAGE } });
      expect(lenient.check(request)).toMatchObject({
        allowed: false,
        reason: "no-policy",
        detail: "Routers may read the path of this request in different ways.",
      });
    }
  });

  test("is every reading's where all have the same rule", async () => {
    for (const path of ["/@partner/%40", "/@partner/%61%2B%E9%9F%B3", "/x/%7E", "/%40other"]) {
      const response = await ask(lenient, path);
      expect([path, response?.headers.get("access-control-allow-origin")]).toEqual([path, PAGE]);
    }
  });

  test("reaches no handler where a rule refuses who is denied", async () => {
    for (const path of ["/%40partner/x", "/%70artner%2f", "//x"]) {
      expect((await ask(lenient, path))?.status).toBe(200);
      expect((await ask(strict, path))?.status).toBe(403);
    }
    expect((await ask(strict, "/x"))?.status).toBe(200);
  });

  test("R9: still lets the server's own pages in", async () => {
    const own = (gate: Gate) => ask(gate, "/%40partner", { origin: "http://api" });
    expect((await own(strict))?.status).toBe(200);
    const named = rules({
      path: "/@partner/*",
      origin: [PAGE],
      refuseDenied: true,
      selfOrigins: ["https://myapp.com"],
    });
    expect((await own(named))?.status).toBe(403);
    const marked = await ask(named, "/%40partner", { "sec-fetch-site": "same-origin" });
    expect(marked?.status).toBe(200);
  });

  test("R9: trusts the request's URL only where no refusing rule has selfOrigins", async () => {
    const gate = corsByPath([
      { path: "/@partner/*", origin: [PAGE], refuseDenied: true },
      { path: "*", origin: [PAGE], refuseDenied: true, selfOrigins: ["https://myapp.com"] },
    ]);
    expect((await ask(gate, "/%40partner", { origin: "http://api" }))?.status).toBe(403);
  });

  test("reaches no handler beside a gate of which no one knows whether it refuses", async () => {
    const { options: _, ...bare } = createCors({ origin: [PAGE] });
    const strict = createCors({ origin: [PAGE], refuseDenied: true });
    // Someone's own, which shows the options of a gate that it took a part of.
    const mixed = { ...createCors({ origin: [PAGE] }), wrap: strict.wrap };
    for (const own of [bare, mixed]) {
      const gate = corsByPath([
        { path: "/a/*", gate: own },
        { path: "*", origin: [PAGE] },
      ]);
      expect((await ask(gate, "/%61/x"))?.status).toBe(403);
    }
  });
});

describe("a route that the host picked by its own path", () => {
  const gate = corsByPath([
    { path: "/admin/health", origin: "https://health.example" },
    { path: "/admin/*", origin: "https://admin.example" },
    { path: "*", origin: "https://rest.example" },
  ]);
  const originFor = async (paths: string, path: string, leadsHere: boolean) => {
    const narrowed = gateForRoute(gate, { paths, leadsHere: () => leadsHere });
    const response = await narrowed.wrap(() => new Response())(new Request(`http://api${path}`));
    return response.headers.get("access-control-allow-origin");
  };

  test.each([
    ["/users/*", "/users/1", true, "https://rest.example"],
    ["/*", "/admin/x", true, "https://admin.example"],
    ["/admin/users/*", "/public/x", false, "https://admin.example"],
    ["/admin/users", "/public/x", false, "https://admin.example"],
    ["/admin/*", "/public/x", false, null],
    ["/*", "/public/x", false, null],
    ["/users/*", "/admin/x", false, "https://rest.example"],
    ["/%61dmin", "/admin/x", false, "https://admin.example"],
    ["/a//b", "/admin/x", false, null],
  ])("%s, asked for %s, which leads there: %s", async (paths, path, leadsHere, origin) => {
    expect(await originFor(paths, path, leadsHere)).toBe(origin);
  });

  test("narrows the gates of rules that look at paths themselves", async () => {
    const nested = corsByPath([
      {
        path: "/admin/*",
        gate: corsByPath([
          { path: "/admin/*", origin: "https://admin.example" },
          { path: "*", origin: "https://rest.example" },
        ]),
      },
      { path: "*", origin: "https://rest.example" },
    ]);
    const narrowed = gateForRoute(nested, { paths: "/admin/*", leadsHere: () => false });
    const request = new Request("http://api/public/x");
    const response = await narrowed.wrap(() => new Response())(request);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://admin.example");
  });

  test("R11: narrows a gate that a function of the request has chosen", async () => {
    const chosen = gateFor(() => gate)();
    const narrowed = gateForRoute(chosen, { paths: "/users/*", leadsHere: () => false });
    const request = new Request("http://api/admin/x");
    const response = await narrowed.wrap(() => new Response())(request);
    expect(Object.fromEntries(response.headers)).toEqual({
      "access-control-allow-origin": "https://rest.example",
      vary: "Origin",
    });
  });

  test("a gate that does not look at paths can't be narrowed, even if a function chose it", () => {
    const cors = createCors({ origin: "*" });
    expect(gateFor(() => cors)()).not.toHaveProperty("forRoute");
    expect(gateFor(() => gate)()).toHaveProperty("forRoute");
  });

  test("a gate that does not look at paths comes back", () => {
    const cors = createCors({ origin: "*" });
    expect(gateForRoute(cors, { paths: "/*", leadsHere: () => true })).toBe(cors);
  });
});

describe("what is refused", () => {
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
    ["a backslash", [{ path: "/a\\b", origin: "*" }], [["[0].path", "invalid"]]],
    ["a space at the end", [{ path: "/a ", origin: "*" }], [["[0].path", "invalid"]]],
    ["a line break", [{ path: "/a\nb", origin: "*" }], [["[0].path", "invalid"]]],
    ["an escaped slash", [{ path: "/a%2fb", origin: "*" }], [["[0].path", "invalid"]]],
    ["a broken escape", [{ path: "/a%", origin: "*" }], [["[0].path", "invalid"]]],
    ["two slashes at the end", [{ path: "/a//", origin: "*" }], [["[0].path", "invalid"]]],
    ["an empty text", [{ path: "", origin: "*" }], [["[0].path", "invalid"]]],
    ["no gate", [{ path: "/a", gate: undefined }], [["[0].gate", "invalid"]]],
    ["a gate that has no check", [{ path: "/a", gate: { wrap() {} } }], [["[0].gate", "invalid"]]],
    ["a gate that has no wrap", [{ path: "/a", gate: { check() {} } }], [["[0].gate", "invalid"]]],
    [
      "options beside a gate",
      [{ path: "/a", gate: createCors({ origin: "*" }), credentials: true, origin: "*" }],
      [
        ["[0].credentials", "incompatible"],
        ["[0].origin", "incompatible"],
      ],
    ],
    ["an empty segment", [{ path: "/a//b/*", origin: "*" }], [["[0].path", "invalid"]]],
    ...[
      "/:tenant",
      "/a/:id/b/*",
      "/a/{id}",
      "/a/[id]",
      "/a/[[...slug]]",
      "/a/(b|c)",
      "/a/<id>",
    ].map((path): [string, unknown, unknown] => [
      `a parameter, as in ${path}`,
      [{ path, origin: "*" }],
      [["[0].path", "invalid"]],
    ]),
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

  test("every message says what was found, why it is wrong, and what to write", () => {
    const rules = [
      { path: "/a/*", origin: "*" },
      { path: "/a/b", origin: "*" },
      { path: "admin", origin: "*" },
      { path: "/b", gate: 7, maxAge: 1 },
      { path: "/users/:id/posts", origin: "*" },
    ];
    expect(() => corsByPath(rules as unknown as readonly PathRule[])).toThrow(
      [
        "CORS policy refused:",
        `[1].path: incompatible path "/a/b"; an earlier rule covers it whole: write it in front of that one`,
        `[2].path: invalid path "admin"; write "/admin/*", "/health" or "*"`,
        `[3].maxAge: incompatible with gate, which is a whole policy; leave one of them out`,
        `[3].gate: invalid 7; write what createCors returns`,
        `[4].path: invalid path "/users/:id/posts"; a rule has no parameters: write "/users/*"`,
      ].join("\n  "),
    );
    expect(() => corsByPath([])).toThrow(
      `rules: missing rule; write a list, such as [{ path: "/api/*", origin: "https://app.example.com" }]`,
    );
  });

  test("a member that every object has, because someone polluted it, is no rule's", () => {
    const polluted = { path: "*", gate: createCors({ origin: "*" }) };
    Object.assign(Object.prototype, polluted);
    try {
      expect(issuesOf([{}])).toEqual([
        ["[0].path", "invalid"],
        ["[0].origin", "missing"],
      ]);
    } finally {
      for (const name of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, name);
    }
  });

  test("an error that is not about the policy goes on unchanged", () => {
    const inTheRule = {
      path: "*",
      get origin(): "*" {
        throw new RangeError("broken");
      },
    };
    const inTheValue = {
      [Symbol.toStringTag]: "RegExp",
      toString(): string {
        throw new RangeError("broken");
      },
    };
    expect(() => corsByPath([inTheRule])).toThrow(RangeError);
    expect(() => corsByPath([{ path: "*", origin: inTheValue as never }])).toThrow(RangeError);
  });
});
