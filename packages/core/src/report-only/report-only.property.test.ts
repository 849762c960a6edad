import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { corsByPath } from "../by-path/index.ts";
import { createCors, type Gate } from "../cors.ts";
import type { CorsOptions, OriginFunction } from "../options.ts";
import { type Difference, reportOnly } from "./index.ts";

const A = "https://a.example";
const B = "https://b.example";

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const asks: Readonly<Record<string, OriginFunction>> = {
  yes: () => true,
  a: async (origin) => origin === A,
  throws: () => {
    throw new Error("the candidate throws");
  },
  rejects: () => Promise.reject(new Error("the candidate rejects")),
  hangs: () => new Promise<boolean>(() => {}),
};
const origin = fc.oneof(
  fc.constantFrom<unknown>(A, [A, B], "https://*.a.example", /^https:\/\/[ab]\.example$/, "*"),
  fc.constantFrom(...Object.values(asks)),
);
const policy = fc
  .record(
    {
      origin,
      credentials: fc.boolean(),
      allowMethods: fc.constantFrom<unknown>("*", [], ["PUT"], ["DELETE", "PATCH"]),
      allowHeaders: fc.constantFrom<unknown>("*", [], ["x-one"], ["x-one", "X-Two"]),
      exposeHeaders: fc.constantFrom<unknown>([], ["x-id"], ["etag", "x-id"]),
      maxAge: fc.constantFrom(0, 600, 7200),
      preflightStatus: fc.constantFrom(200, 204),
      preflightContinue: fc.boolean(),
      refuseDenied: fc.boolean(),
      onError: fc.constantFrom(undefined, () => new Response("mended", { status: 500 })),
    },
    { requiredKeys: ["origin"] },
  )
  .map((options) => {
    const credentials = options.credentials === true && options.origin !== "*";
    return Object.assign(options, { credentials });
  }) as fc.Arbitrary<CorsOptions>;

const request = fc.record({
  path: fc.constantFrom("/", "/public/x", "/admin"),
  method: fc.constantFrom("GET", "PUT", "OPTIONS"),
  origin: fc.constantFrom(undefined, A, B, "https://x.a.example", "null", "nonsense"),
  asksMethod: fc.constantFrom(undefined, "PUT", "DELETE"),
  asksHeaders: fc.constantFrom(undefined, "x-one", "x-one,x-two"),
  site: fc.constantFrom(undefined, "same-origin", "cross-site"),
});
type Asked = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

function makeRequest({ path, method, origin, asksMethod, asksHeaders, site }: Asked): Request {
  const headers = new Headers();
  const set = (name: string, value: string | undefined): void => {
    if (value !== undefined) headers.set(name, value);
  };
  set("origin", origin);
  set("access-control-request-method", asksMethod);
  set("access-control-request-headers", asksHeaders);
  set("sec-fetch-site", site);
  return new Request(`https://api.example${path}`, { method, headers });
}

const HANDLERS: readonly (() => Response)[] = [
  () => Response.json({ data: 1 }, { headers: { vary: "Accept", "x-id": "7" } }),
  () => new Response(null, { status: 304, headers: { "access-control-allow-origin": "*" } }),
  () => Response.redirect("https://api.example/next"),
  () => {
    throw new Error("the handler failed");
  },
];

/** What a page and a network between can see, or what was thrown. */
async function answerOf(gate: Gate, handler: () => Response, asked: Asked): Promise<unknown> {
  const seen: unknown[] = [];
  const guarded = gate.wrap((request: Request, ...rest: unknown[]) => {
    seen.push(request.url, rest);
    return handler();
  }) as (request: Request, ...rest: unknown[]) => Promise<Response>;
  try {
    const response = await guarded(makeRequest(asked), "context", 7);
    return [seen, response.status, [...response.headers], await response.text()];
  } catch (error) {
    return [seen, String(error)];
  }
}

describe("M2: reportOnly", () => {
  const arrange = (live: CorsOptions, isByPath: boolean): Gate =>
    isByPath
      ? corsByPath([
          { path: "/public/*", origin: "*" },
          { path: "/*", ...live },
        ])
      : createCors(live);

  test("answers as the live gate, byte for byte, whatever the candidate does", async () => {
    let differences = 0;
    const property = fc.asyncProperty(
      policy,
      policy,
      fc.boolean(),
      fc.array(request, { minLength: 1, maxLength: 6 }),
      fc.nat(HANDLERS.length - 1),
      async (live, candidate, isByPath, requests, index) => {
        // A live policy that hangs answers nothing, with a candidate or without.
        fc.pre(live.origin !== asks["hangs"]);
        const alone = arrange(live, isByPath);
        const tried = reportOnly(isByPath ? arrange(live, true) : live, candidate, () => {
          differences++;
          throw new Error("the callback fails");
        });
        const handler = HANDLERS[index] ?? (() => new Response());
        for (const asked of requests) {
          expect(await answerOf(tried, handler, asked)).toEqual(
            await answerOf(alone, handler, asked),
          );
        }
      },
    );
    await fc.assert(property, { numRuns: 2000 });
    expect(differences).toBeGreaterThan(1000);
  });

  test("tells of each request whose page would have got something else, and of no other", async () => {
    const sync = policy.filter(({ origin }) => typeof origin !== "function");
    const property = fc.asyncProperty(
      sync,
      sync,
      fc.boolean(),
      request,
      async (live, candidate, isByPath, asked) => {
        const told: Difference[] = [];
        const gate = reportOnly(
          arrange(live, isByPath),
          arrange(candidate, isByPath),
          (difference) => void told.push(difference),
        );
        await answerOf(gate, () => new Response("data"), asked);
        const [one, other] = await Promise.all(
          [live, candidate].map((each) => granted(arrange(each, isByPath), asked)),
        );
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        // The server's own page gets everything, whatever the other policy says of its origin.
        const isOwn = [one, other].includes("own") && ![one, other].includes("nothing");
        const expected = isSame || isOwn ? 0 : 1;
        expect([one, other, told.length]).toEqual([one, other, expected]);
        for (const { live: verdict, candidate: tried, request, context } of told) {
          expect([verdict.origin, tried.origin, request.method, context]).toEqual([
            asked.origin,
            asked.origin,
            asked.method,
            "context",
          ]);
        }
      },
    );
    await fc.assert(property, { numRuns: 2000 });
  });

  /** What the page gets, in the words of the standard: nothing, or with what. */
  async function granted(gate: Gate, asked: Asked): Promise<unknown> {
    const verdict = await gate.check(makeRequest(asked));
    if (asked.origin === undefined || !verdict.allowed) return "nothing";
    if (verdict.reason === "same-origin") return "own";
    // What a preflight promises about cookies is for the request behind it.
    const actual = await gate.check(makeRequest({ ...asked, method: "GET" }));
    const { headers } = actual.apply(new Response());
    const isPreflight = verdict.kind === "preflight";
    const names = isPreflight ? "" : (headers.get("access-control-expose-headers") ?? "");
    return [
      headers.get("access-control-allow-credentials"),
      names.toLowerCase().split(",").toSorted(),
    ];
  }
});
