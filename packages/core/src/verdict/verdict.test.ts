import { afterEach, describe, expect, test, vi } from "vitest";
import { gateFor } from "../adapter/index.ts";
import { corsByOrigin } from "../by-origin/index.ts";
import { corsByPath } from "../by-path/index.ts";
import { createCors, type Gate } from "../cors.ts";
import type { CorsOptions } from "../options.ts";

const A = "https://a.example";
const B = "https://b.example";
const EVIL = "https://evil.example";
const URL_ASKED = "https://api.example.com/data";

function from(origin: string | undefined, headers: Record<string, string> = {}): Request {
  const method = "access-control-request-method" in headers ? "OPTIONS" : "GET";
  return new Request(URL_ASKED, { method, headers: { ...(origin && { origin }), ...headers } });
}

function asking(method: string, headers?: string): Record<string, string> {
  return {
    "access-control-request-method": method,
    ...(headers !== undefined && { "access-control-request-headers": headers }),
  };
}

function fail(): never {
  throw new Error("the database is down");
}

afterEach(() => vi.restoreAllMocks());

describe("kind, allowed, reason and detail say what was decided", () => {
  const LIST: CorsOptions = { origin: [A, B], allowMethods: ["PUT"], allowHeaders: ["x-a"] };

  test.each<
    [
      reason: string,
      allowed: boolean,
      kind: string,
      detail: string,
      options: CorsOptions,
      request: Request,
    ]
  >([
    ["no-origin", true, "none", 'The header "Origin" is absent.', LIST, from(undefined)],
    ["origin-allowed", true, "actual", `The origin "${A}" is in the policy.`, LIST, from(A)],
    [
      "origin-allowed",
      true,
      "actual",
      'The origin "nonsense" is in the policy.',
      { origin: "*" },
      from("nonsense"),
    ],
    [
      "origin-denied",
      false,
      "actual",
      `The origin "${EVIL}" is not in the policy.`,
      LIST,
      from(EVIL),
    ],
    [
      "origin-denied",
      false,
      "actual",
      'The origin "http://a.example" is plain http with credentials.',
      { origin: /^http:\/\/a\.example$/, credentials: true },
      from("http://a.example"),
    ],
    ["origin-malformed", false, "actual", `The origin "${A}/" is malformed.`, LIST, from(`${A}/`)],
    [
      "origin-null",
      false,
      "actual",
      'The origin "null" is any sandboxed page\'s.',
      LIST,
      from("null"),
    ],
    [
      "origin-null",
      false,
      "actual",
      'The origin "file://" is any sandboxed page\'s.',
      LIST,
      from("file://"),
    ],
    [
      "same-origin",
      true,
      "actual",
      'The origin "https://api.example.com" is this server\'s own.',
      LIST,
      from("https://api.example.com"),
    ],
    [
      "origin-check-failed",
      false,
      "actual",
      `The origin "${A}" could not be checked.`,
      { origin: fail },
      from(A),
    ],
    [
      "origin-denied",
      false,
      "preflight",
      'The origin "https://api.example.com" is not in the policy.',
      LIST,
      from("https://api.example.com", asking("PUT")),
    ],
    [
      "preflight-allowed",
      true,
      "preflight",
      'The method "PUT" is in the policy.',
      LIST,
      from(A, asking("PUT", "x-a")),
    ],
    [
      "preflight-allowed",
      true,
      "preflight",
      'The method "POST" is in the policy.',
      LIST,
      from(A, asking("POST")),
    ],
    [
      "method-not-allowed",
      false,
      "preflight",
      'The method "DELETE" is not in the policy.',
      LIST,
      from(A, asking("DELETE", "x-b")),
    ],
    [
      "header-not-allowed",
      false,
      "preflight",
      'The header "x-b" is not in the policy.',
      LIST,
      from(A, asking("PUT", "X-A, X-B, x-c")),
    ],
  ])("%s (%s), of a request that is %s: %s", async (...row) => {
    vi.spyOn(console, "error").mockReturnValue();
    const [reason, allowed, kind, detail, options, request] = row;
    const verdict = await createCors(options).check(request);
    expect({
      reason: verdict.reason,
      allowed: verdict.allowed,
      kind: verdict.kind,
      detail: verdict.detail,
      origin: verdict.origin,
    }).toEqual({ reason, allowed, kind, detail, origin: request.headers.get("origin") });
  });
});

describe("O4: error", () => {
  test.each([
    new Error("the database is down"),
    "a text",
    null,
    undefined,
    false,
    Response.error(),
  ])("is what the function threw or rejected with: %o", async (thrown) => {
    vi.spyOn(console, "error").mockReturnValue();
    const functions = [
      () => {
        throw thrown;
      },
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- strangers' code may
      () => Promise.reject(thrown),
    ];
    for (const origin of functions) {
      const verdict = await createCors({ origin }).check(from(A));
      expect(verdict.reason).toBe("origin-check-failed");
      expect(verdict.error).toBe(thrown);
    }
  });

  test("is undefined where nothing was thrown", async () => {
    const verdicts = [
      createCors({ origin: A }).check(from(EVIL)),
      await createCors({ origin: () => false }).check(from(A)),
      await createCors({ origin: () => true }).check(from(A)),
    ];
    expect(verdicts.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
  });
});

describe("response and apply", () => {
  test("a preflight's response is complete, and no other request has one (A1, A2)", async () => {
    const cors = createCors({ origin: [A, B], allowMethods: ["PUT"], allowHeaders: ["x-a"] });
    const { response } = cors.check(from(A, asking("PUT")));
    expect(response?.status).toBe(204);
    expect(response?.body).toBeNull();
    expect(Object.fromEntries(response?.headers ?? [])).toEqual({
      "access-control-allow-origin": A,
      "access-control-allow-methods": "PUT",
      "access-control-allow-headers": "x-a",
      "access-control-max-age": "600",
      vary: "Origin",
    });
    const others = [from(A), from(EVIL), from(undefined)].map((request) => cors.check(request));
    expect(others.map((verdict) => verdict.response)).toEqual([undefined, undefined, undefined]);
  });

  test.each<[string, CorsOptions]>([
    ["static", { origin: A, credentials: true, exposeHeaders: ["x-a"] }],
    ["another", { origin: [A, B], credentials: true, exposeHeaders: ["x-a"] }],
  ])("a denied preflight's apply grants nothing under %s policy (R1, R3)", async (_, options) => {
    const cors = createCors(options);
    const verdict = await cors.check(from(EVIL, asking("PUT")));
    const own = { "access-control-allow-origin": "*", "x-own": "yes" };
    const { headers } = verdict.apply(new Response(null, { headers: own }));
    expect(Object.fromEntries(headers)).toEqual({ vary: "Origin", "x-own": "yes" });
  });

  test("a denied request's apply gives everyone's headers under a static policy (R1)", () => {
    const cors = createCors({ origin: A, credentials: true });
    for (const origin of [A, EVIL, undefined]) {
      const { headers } = cors.check(from(origin)).apply(new Response());
      expect(Object.fromEntries(headers)).toEqual({
        "access-control-allow-origin": A,
        "access-control-allow-credentials": "true",
      });
    }
  });
});

describe("a verdict as JSON says why, as its reader would be told", () => {
  const gates: readonly (readonly [string, Gate])[] = [
    ["a list", createCors({ origin: [A, B] })],
    ["a function", createCors({ origin: (origin) => origin === A })],
    ["rules by origin", corsByOrigin([{ origin: A, credentials: true }, { origin: B }])],
    ["rules by path", corsByPath([{ path: "/data", origin: [A, B] }])],
    ["no rule for the path", corsByPath([{ path: "/other", origin: [A, B] }])],
    ["a policy of the request", gateFor(() => ({ origin: A }))()],
    ["a policy that can't be had", gateFor(() => fail())()],
  ];

  test.each(gates)("of %s", async (_, gate) => {
    vi.spyOn(console, "error").mockReturnValue();
    for (const request of [from(A), from(EVIL), from(undefined), from(A, asking("PUT"))]) {
      const verdict = await gate.check(request);
      const { kind, origin, allowed, reason, detail } = verdict;
      expect(JSON.parse(JSON.stringify(verdict))).toMatchObject({
        kind,
        origin,
        allowed,
        reason,
        detail,
      });
    }
  });

  test("has no error's text, and no response", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const verdict = await createCors({ origin: fail, refuseDenied: true }).check(from(A));
    expect(verdict.response).toBeDefined();
    expect(Object.keys(JSON.parse(JSON.stringify(verdict)) as object)).toEqual([
      "kind",
      "origin",
      "allowed",
      "reason",
      "detail",
    ]);
  });
});
