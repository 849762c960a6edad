// The sentences that core says to the author of a policy, each of them whole.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { gateFor } from "./adapter/index.ts";
import { corsByOrigin } from "./by-origin/index.ts";
import { corsByPath } from "./by-path/index.ts";
import { CorsConfigError } from "./config-error.ts";
import { createCors, type Gate } from "./cors.ts";
import { originProblem } from "./origin/entry.ts";
import { originsFrom } from "./origin/origins-from.ts";
import { reportOnly } from "./report-only/index.ts";

const A = "https://a.example";
const open = { origin: "*" } as const;
const request = (origin = A): Request =>
  new Request("https://api.example.com/", { headers: { origin } });
const hello = (): Response => new Response("hello");

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

function refusalsOf(construct: () => unknown): readonly string[] {
  try {
    construct();
  } catch (error) {
    if (!(error instanceof CorsConfigError)) return [String(error)];
    return error.issues.map(({ path, code, message }) => `${path}, ${code}: ${message}`);
  }
  return [];
}

const FROM =
  'write "https://app.example.com, https://*.example.com", or ["https://app.example.com"]';
const EXAMPLES = 'write an origin like "https://example.com" or "https://*.example.com"';
const GATE = "incompatible with gate, which is a whole policy; leave one of them out";

describe("P1: what is refused", () => {
  test.each<[string, () => unknown, readonly string[]]>([
    [
      "corsByOrigin, no rules",
      () => corsByOrigin([]),
      [
        'rules, missing: missing rule; write a list, such as [{ origin: "https://app.example.com", credentials: true }, { origin: "*" }]',
      ],
    ],
    [
      "corsByOrigin, no list",
      () => corsByOrigin({} as never),
      [expect.stringContaining("rules, missing: missing rule; write a list")],
    ],
    [
      "corsByOrigin, a rule that is covered",
      () => corsByOrigin([open, { origin: A }]),
      [
        "[1].origin, incompatible: incompatible origin, which earlier rules cover whole; write this rule in front of them, or leave it out",
      ],
    ],
    [
      "corsByOrigin, a gate and more",
      () => corsByOrigin([{ origin: A, gate: createCors(open), maxAge: 5 } as never]),
      [`[0].maxAge, incompatible: ${GATE}`],
    ],
    [
      "corsByOrigin, no gate",
      () => corsByOrigin([{ origin: A, gate: { check: 1, wrap: hello } } as never]),
      ["[0].gate, invalid: invalid [object Object]; write what createCors returns"],
    ],
    [
      "corsByPath, no rules",
      () => corsByPath([]),
      [
        'rules, missing: missing rule; write a list, such as [{ path: "/api/*", origin: "https://app.example.com" }]',
      ],
    ],
    [
      "corsByPath, a path that is none, and one that is covered",
      () =>
        corsByPath([
          { path: "api", ...open },
          { path: "/a/*", ...open },
          { path: "/a/b", ...open },
        ]),
      [
        '[0].path, invalid: invalid path "api"; write "/admin/*", "/health" or "*"',
        '[2].path, incompatible: incompatible path "/a/b"; an earlier rule covers it whole: write it in front of that one',
      ],
    ],
    [
      "corsByPath, a gate and more",
      () => corsByPath([{ path: "*", gate: createCors(open), origin: A } as never]),
      [`[0].origin, incompatible: ${GATE}`],
    ],
    [
      "corsByPath, no gate",
      () => corsByPath([{ path: "*", gate: { check: hello, wrap: 1 } } as never]),
      ["[0].gate, invalid: invalid [object Object]; write what createCors returns"],
    ],
    [
      "originsFrom, an unset variable",
      () => originsFrom(undefined),
      [`origin, missing: missing origin: the variable is not set; ${FROM}`],
    ],
    [
      "originsFrom, no text and no list",
      () => originsFrom(7 as never),
      [`origin, invalid: invalid 7, neither a text nor a list; ${FROM}`],
    ],
    [
      "originsFrom, an entry that is no text",
      () => originsFrom([A, 7 as never]),
      [`origin[1], invalid: invalid 7, no text; ${FROM}`],
    ],
    [
      "originsFrom, an empty entry",
      () => originsFrom([A, " "]),
      [`origin[1], missing: missing origin: an empty text; ${FROM}`],
    ],
    [
      "originsFrom, none",
      () => originsFrom(" , "),
      [`origin, missing: missing origin: there is none in " , "; ${FROM}`],
    ],
    [
      "originsFrom, broken JSON",
      () => originsFrom('["https://a.example'),
      [
        `origin, invalid: invalid "[\\"https://a.example", which begins as JSON and is none; ${FROM}`,
      ],
    ],
    [
      "an expression with the flag m",
      () => createCors({ origin: /^https:\/\/a\.example$/m }),
      [
        String.raw`origin, prohibited: prohibited /^https:\/\/a\.example$/m; leave out the flag "m"`,
      ],
    ],
    [
      "an expression without an end",
      () => createCors({ origin: /^https:\/\/a\.example/ }),
      [
        String.raw`origin, invalid: invalid /^https:\/\/a\.example/; write it from ^ to $, and "\." for a dot`,
      ],
    ],
    [
      "an expression for strangers",
      () => createCors({ origin: /^https:\/\/.*$/, credentials: true }),
      [
        String.raw`origin, incompatible: incompatible /^https:\/\/.*$/ with credentials: true, since strangers' "https://q.io" fits; write your domain out`,
      ],
    ],
    [
      "no origin",
      () => createCors({ origin: "" as never }),
      [`origin, missing: missing origin (an unset variable?); ${EXAMPLES}`],
    ],
    [
      "an origin that is no text",
      () => createCors({ origin: [7 as never] }),
      [`origin[0], invalid: invalid 7; ${EXAMPLES}`],
    ],
    [
      "null",
      () => createCors({ origin: ["null", A] as never }),
      [
        `origin[0], prohibited: prohibited "null", any sandboxed page's; leave it to a function, without credentials`,
      ],
    ],
    [
      "plain http with credentials",
      () => createCors({ origin: "http://a.example", credentials: true }),
      [
        'origin, prohibited: prohibited "http://a.example" with credentials: true; write https:, or set dangerouslyAllowInsecureOrigins',
      ],
    ],
    [
      "reportOnly, no function",
      () => reportOnly(open, open, undefined as never),
      ["TypeError: reportOnly: onDifference is missing; write a function of the difference"],
    ],
  ])("%s", (_, construct, expected) => expect(refusalsOf(construct)).toEqual(expected));

  test("P3: an entry of a list that is read while the server runs", () => {
    const write = 'write an origin like "https://example.com" or "https://*.example.com"';
    expect(originProblem("*")).toBe(`prohibited "*"; ${write}`);
    expect(originProblem(/a/)).toBe(`prohibited [object RegExp]; ${write}`);
    expect(originProblem("https://A.example")).toBe(
      'invalid "https://A.example", which no browser sends; write "https://a.example"',
    );
    expect(originProblem("https://*.a.example")).toBeUndefined();
  });
});

describe("H2: what is reported", () => {
  const failure = new Error("failed");
  const fail = (): never => {
    throw failure;
  };
  const broken = { ...createCors(open), options: undefined, check: fail } as Gate;

  test.each<[string, () => unknown, unknown[]]>([
    [
      "an origin function that fails",
      () => createCors({ origin: fail }).check(request()),
      ["crossgate: the origin function failed", failure],
    ],
    [
      "a policy that can't be had",
      () => gateFor(fail)(),
      ["crossgate: the policy of a request can't be used; 500 is sent", failure],
    ],
    [
      "a candidate that fails",
      () => reportOnly(createCors({ origin: [A] }), broken, () => {}).check(request()),
      ["crossgate: the candidate of reportOnly failed", failure],
    ],
    [
      "a candidate that rejects",
      () =>
        reportOnly(
          createCors({ origin: [A] }),
          { ...broken, check: () => Promise.reject(failure) } as Gate,
          () => {},
        ).check(request()),
      ["crossgate: the candidate of reportOnly failed", failure],
    ],
    [
      "a live gate that can't be asked twice",
      () => reportOnly(broken, open, () => {}).wrap(hello)(request()),
      ["crossgate: the live gate of reportOnly could not be asked twice", failure],
    ],
    [
      "a response that can't be copied",
      () => {
        const odd = Object.defineProperty(Response.redirect(A), "status", { value: 999 });
        return createCors({ origin: [A] }).wrap(() => odd)(request());
      },
      ["crossgate: 502 is sent for 999", expect.any(RangeError)],
    ],
  ])("%s", async (_, act, told) => {
    await Promise.resolve(act()).catch(() => {});
    await vi.waitFor(() => expect(console.error).toHaveBeenCalledExactlyOnceWith(...told), 60_000);
  });

  test("a policy that is promised", () => {
    gateFor((async () => open) as never)();
    const [, error] = vi.mocked(console.error).mock.calls[0] ?? [];
    expect(String(error)).toBe(
      "TypeError: the function that chooses the policy returned a promise, and has to answer at once; " +
        "let it return a policy whose origin is async: { origin: async (origin, context) => … }",
    );
  });

  test("policies that no one uses twice", () => {
    const gateOf = gateFor(() => ({ origin: A }));
    for (let call = 0; call < 100; call++) gateOf();
    expect(console.warn).toHaveBeenCalledExactlyOnceWith(
      "crossgate: 100 policies were compiled, as if each request brought a new one. Hoist the policy " +
        "out of the function, return the same object each time, or return a gate of createCors.",
    );
  });
});

describe("what a verdict says", () => {
  const refusing = createCors({ origin: [A], refuseDenied: true });
  const paths = corsByPath([{ path: "/a", ...open }]);

  test.each<[string, () => { readonly detail: string }, string]>([
    [
      "of a policy that can't be had",
      () => gateFor(() => undefined as never)().check(request()) as never,
      "The policy of this request can't be used; the log says why.",
    ],
    [
      "of the server's own page",
      () => refusing.check(request("https://api.example.com")),
      'The origin "https://api.example.com" is this server\'s own.',
    ],
    [
      "of a sandboxed page",
      () => refusing.check(request("null")),
      'The origin "null" is any sandboxed page\'s.',
    ],
    [
      "of a path without a rule",
      () => paths.check(request()) as never,
      "No rule covers the path of this request.",
    ],
    [
      "of a path with two readings",
      () =>
        paths.check(
          new Request("https://api.example.com/%2e%2fa", { headers: { origin: A } }),
        ) as never,
      "Routers may read the path of this request in different ways.",
    ],
  ])("%s", (_, verdict, detail) => expect(verdict().detail).toBe(detail));
});
