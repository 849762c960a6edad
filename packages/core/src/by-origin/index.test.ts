import { afterEach, describe, expect, test, vi } from "vitest";
import { gateForRoute, toGate } from "../adapter/index.ts";
import { corsByPath } from "../by-path/index.ts";
import { CorsConfigError } from "../config-error.ts";
import { createCors, type Gate } from "../cors.ts";
import { corsByOrigin, type OriginRule } from "./index.ts";

const OWN = "https://myapp.com";
const PARTNER = "https://partner.example";
const STRANGER = "https://stranger.example";

function from(origin: string | null, method = "GET", more: Record<string, string> = {}): Request {
  const headers = new Headers(more);
  if (origin !== null) headers.set("origin", origin);
  return new Request("https://api.example.com/data", { method, headers });
}

const preflight = (origin: string): Request =>
  from(origin, "OPTIONS", { "access-control-request-method": "PUT" });

/** What a page of this origin gets: ACAO, ACAC and Vary. */
async function told(gate: Gate, request: Request): Promise<readonly (string | null)[]> {
  const response = await gate.wrap(() => new Response("hello"))(request);
  const names = ["access-control-allow-origin", "access-control-allow-credentials", "vary"];
  return names.map((name) => response.headers.get(name));
}

afterEach(() => vi.restoreAllMocks());

describe("M1: the first rule whose origin matches decides", () => {
  const gate = corsByOrigin([
    { origin: [OWN, "https://*.myapp.com"], credentials: true },
    { origin: PARTNER, allowMethods: ["PUT"] },
    { origin: "*" },
  ]);

  test.each([
    [OWN, [OWN, "true", "Origin"]],
    ["https://a.myapp.com", ["https://a.myapp.com", "true", "Origin"]],
    [PARTNER, [PARTNER, null, "Origin"]],
    [STRANGER, ["*", null, "Origin"]],
    ["null", ["*", null, "Origin"]],
    [null, ["*", null, "Origin"]],
  ])("%s", async (origin, expected) => expect(await told(gate, from(origin))).toEqual(expected));

  test.each([
    [OWN, [OWN, "true", "Origin, Access-Control-Request-Headers"], 204],
    [PARTNER, [PARTNER, null, "Origin"], 204],
    [STRANGER, ["*", null, "Origin"], 204],
  ])("a preflight of %s", async (origin, expected, status) => {
    expect(await told(gate, preflight(origin))).toEqual(expected);
    const verdict = await gate.check(preflight(origin));
    expect(verdict.response?.status).toBe(status);
  });

  test("without a rule for *, the last rule denies", async () => {
    const closed = corsByOrigin([
      { origin: OWN, credentials: true },
      { origin: PARTNER, refuseDenied: true },
    ]);
    expect(await told(closed, from(OWN))).toEqual([OWN, "true", "Origin"]);
    expect(await told(closed, from(null))).toEqual([null, null, "Origin"]);
    const verdict = await closed.check(from(STRANGER));
    expect([verdict.allowed, verdict.reason, verdict.response?.status]).toEqual([
      false,
      "origin-denied",
      403,
    ]);
    expect((await closed.check(preflight(STRANGER))).response?.headers.get("vary")).toBe("Origin");
  });

  test("answers at once without a function, and with promises with one", () => {
    expect(gate.check(from(OWN))).not.toBeInstanceOf(Promise);
    expect(gate.wrap(() => new Response())(from(OWN))).toBeInstanceOf(Response);
    const asking = corsByOrigin([{ origin: () => true }, { origin: "*" }]);
    for (const origin of [OWN, null]) {
      expect(asking.check(from(origin))).toBeInstanceOf(Promise);
      expect(asking.wrap(() => new Response())(from(origin))).toBeInstanceOf(Promise);
    }
  });
});

describe("M1: functions, hooks and gates", () => {
  test("a function is asked once, with context and request, and not beyond the rule that decides", async () => {
    const first = vi.fn<(...asked: unknown[]) => boolean>(() => false);
    const second = vi.fn<(...asked: unknown[]) => Promise<boolean>>(async () => true);
    const third = vi.fn<() => boolean>(() => true);
    const gate = corsByOrigin<string>([
      { origin: first, credentials: true },
      { origin: second, credentials: true },
      { origin: third },
    ]);
    const request = from(OWN);
    const response = await gate.wrap((_request: Request, _context?: string) => new Response())(
      request,
      "context",
    );
    expect(response.headers.get("access-control-allow-origin")).toBe(OWN);
    expect(first.mock.calls).toEqual([[OWN, "context", request]]);
    expect(second.mock.calls).toEqual([[OWN, "context", request]]);
    expect(third).not.toHaveBeenCalled();
  });

  test("O4: a function that fails denies by its rule, and is reported once", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const failure = new Error("no database");
    const gate = corsByOrigin([{ origin: () => Promise.reject(failure) }, { origin: "*" }]);
    const verdict = await gate.check(from(OWN));
    expect([verdict.allowed, verdict.reason, verdict.error]).toEqual([
      false,
      "origin-check-failed",
      failure,
    ]);
    expect(log).toHaveBeenCalledOnce();
    expect(await told(gate, from(OWN))).toEqual([null, null, "Origin"]);
  });

  test("R8, R10: hooks and onError are those of the rule that decides", async () => {
    const heard: string[] = [];
    const gate = corsByOrigin([
      { origin: OWN, onVerdict: () => heard.push("own"), onError: () => new Response("own") },
      { origin: "*", onVerdict: () => heard.push("any"), onError: () => new Response("any") },
    ]);
    const failing = gate.wrap((): Response => {
      throw new Error("broken");
    });
    expect(await (await failing(from(OWN))).text()).toBe("own");
    expect(await (await failing(from(STRANGER))).text()).toBe("any");
    expect(heard).toEqual(["own", "any"]);
  });

  test("a rule may be a gate, and a path's rule may be this gate", async () => {
    const own = createCors({ origin: [OWN, "https://other.example"], credentials: true });
    const byOrigin = corsByOrigin([{ origin: OWN, gate: own }, { origin: "*" }]);
    expect(await told(byOrigin, from(OWN))).toEqual([OWN, "true", "Origin"]);
    expect(await told(byOrigin, from("https://other.example"))).toEqual(["*", null, "Origin"]);
    const byPath = corsByPath([{ path: "/data", gate: byOrigin }]);
    expect(await told(byPath, from(OWN))).toEqual([OWN, "true", "Origin"]);
    const paths = corsByPath([{ path: "/data", origin: "*" }]);
    expect(await told(corsByOrigin([{ origin: "*", gate: paths }]), from(OWN))).toEqual([
      "*",
      null,
      "Origin",
    ]);
    expect(toGate(byOrigin)).toBe(byOrigin);
    const route = { paths: "/other", leadsHere: () => false };
    const narrowed = gateForRoute(corsByOrigin([{ origin: "*", gate: paths }]), route);
    expect(await told(narrowed, from(OWN))).toEqual([null, null, "Origin"]);
  });

  test("P6: an origin that must not have credentials is the next rule's", async () => {
    const gate = corsByOrigin([
      { origin: /^https?:\/\/[a-z]+\.myapp\.com$/, credentials: true },
      { origin: "*" },
    ]);
    expect(await told(gate, from("http://a.myapp.com"))).toEqual(["*", null, "Origin"]);
  });

  test("passes this and every argument on", async () => {
    const gate = corsByOrigin([{ origin: "*" }]);
    const seen: unknown[] = [];
    const host = {
      fetch: gate.wrap(function (this: unknown, request: Request, env?: unknown, ctx?: unknown) {
        seen.push(this, request, env, ctx);
        return new Response();
      }),
    };
    const request = from(OWN);
    await host.fetch(request, "env", "ctx");
    expect(seen).toEqual([host, request, "env", "ctx"]);
  });
});

function issuesOf(rules: unknown): readonly (readonly [string, string])[] {
  try {
    corsByOrigin(rules as OriginRule[]);
  } catch (error) {
    if (error instanceof CorsConfigError) return error.issues.map(({ path, code }) => [path, code]);
    throw error;
  }
  return [];
}

describe("M1: what is refused", () => {
  test.each<[string, unknown, readonly (readonly [string, string])[]]>([
    ["no rules", [], [["rules", "missing"]]],
    ["no list", { origin: "*" }, [["rules", "missing"]]],
    ["no rule in the list", [null], [["[0].origin", "missing"]]],
    ["a rule behind *", [{ origin: "*" }, { origin: OWN }], [["[1].origin", "incompatible"]]],
    ["a rule twice", [{ origin: OWN }, { origin: [OWN] }], [["[1].origin", "incompatible"]]],
    [
      "a name below a pattern",
      [{ origin: "https://*.myapp.com" }, { origin: "https://a.myapp.com" }],
      [["[1].origin", "incompatible"]],
    ],
    [
      "a pattern below a pattern",
      [{ origin: "https://*.myapp.com:*" }, { origin: "https://*.a.myapp.com:81" }],
      [["[1].origin", "incompatible"]],
    ],
    [
      "all of a list, by several rules",
      [{ origin: OWN }, { origin: PARTNER }, { origin: [PARTNER, OWN] }],
      [["[2].origin", "incompatible"]],
    ],
    [
      "the same expression",
      [{ origin: /^https:\/\/a\.example$/ }, { origin: /^https:\/\/a\.example$/ }],
      [["[1].origin", "incompatible"]],
    ],
    [
      "every problem of every rule",
      [
        { origin: "*", credentials: true },
        { origin: ["null"], methods: [] },
      ],
      [
        ["[0].origin", "incompatible"],
        ["[1].origin[0]", "prohibited"],
        ["[1].methods", "unknown"],
      ],
    ],
    [
      "a gate beside options",
      [{ origin: OWN, gate: createCors({ origin: OWN }), maxAge: 5 }],
      [["[0].maxAge", "incompatible"]],
    ],
    ["a gate that is none", [{ origin: OWN, gate: {} }], [["[0].gate", "invalid"]]],
  ])("%s", (_, rules, issues) => expect(issuesOf(rules)).toEqual(issues));

  test.each<[string, unknown]>([
    ["an apex beside its pattern", [{ origin: "https://*.myapp.com" }, { origin: OWN }]],
    [
      "a wider pattern behind",
      [{ origin: "https://a.myapp.com" }, { origin: "https://*.myapp.com" }],
    ],
    ["any port behind one", [{ origin: OWN }, { origin: `${OWN}:*` }]],
    ["a list with one that is new", [{ origin: OWN }, { origin: [OWN, PARTNER] }]],
    ["what a function may take", [{ origin: () => true }, { origin: OWN }, { origin: () => true }]],
    ["what an expression may take", [{ origin: /^https:\/\/[a-z]+\.com$/ }, { origin: OWN }]],
  ])("not %s", (_, rules) => expect(issuesOf(rules)).toEqual([]));

  test("an error that is not about the policy goes on", () => {
    const broken = {
      get maxAge(): number {
        throw new RangeError("broken");
      },
      origin: "*",
    } as const;
    const inTheValue = {
      [Symbol.toStringTag]: "RegExp",
      toString(): string {
        throw new RangeError("broken");
      },
    };
    expect(() => corsByOrigin([broken])).toThrow(RangeError);
    expect(() => corsByOrigin([{ origin: inTheValue as never }])).toThrow(RangeError);
  });

  test("nothing is read from a prototype", () => {
    Object.assign(Object.prototype, { gate: "evil", origin: "*" });
    try {
      expect(issuesOf([{ origin: OWN }])).toEqual([]);
      expect(issuesOf([{}])).toEqual([["[0].origin", "missing"]]);
    } finally {
      Reflect.deleteProperty(Object.prototype, "gate");
      Reflect.deleteProperty(Object.prototype, "origin");
    }
  });
});
