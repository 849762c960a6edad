// Of gates around one handler the outermost decides (R7). Under any policies, the response has the
// CORS headers that it has with the outermost gate alone.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCors, type Gate } from "./cors.ts";
import type { CorsOptions } from "./options.ts";

const ORIGINS = ["https://a.com", "https://b.com", "https://c.com"] as const;
const NAMES = ["x-one", "x-two", "x-three"] as const;

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });

const policies: fc.Arbitrary<CorsOptions> = fc
  .record({
    origin: fc.oneof(
      fc.constant("*"),
      some(ORIGINS),
      some(ORIGINS).map((allowed) => (origin: string) => allowed.includes(origin)),
    ),
    credentials: fc.boolean(),
    exposeHeaders: fc.oneof(fc.constant("*"), fc.subarray([...NAMES])),
    allowMethods: fc.oneof(fc.constant("*"), some(["GET", "PUT", "PATCH"])),
    allowHeaders: fc.oneof(fc.constant("*"), fc.subarray([...NAMES])),
    maxAge: fc.nat(600),
    preflightContinue: fc.boolean(),
    preflightStatus: fc.constantFrom(200, 204),
  })
  .filter(
    ({ origin, credentials, exposeHeaders }) =>
      !(credentials && (origin === "*" || exposeHeaders === "*")),
  )
  .map((options) => options as CorsOptions);

const requests = fc
  .record({
    origin: fc.constantFrom(undefined, "null", "https://evil.com", ...ORIGINS),
    asks: fc.option(fc.constantFrom("PUT", "DELETE"), { nil: undefined }),
    names: fc.subarray([...NAMES]),
  })
  .map(({ origin, asks, names }) => {
    const headers = new Headers();
    if (origin !== undefined) headers.set("origin", origin);
    if (asks !== undefined) headers.set("access-control-request-method", asks);
    if (names.length > 0) headers.set("access-control-request-headers", names.join(","));
    return (): Request =>
      new Request("https://api.example.com/", { method: asks ? "OPTIONS" : "GET", headers });
  });

const answers = fc
  .record({
    headers: fc.dictionary(
      fc.constantFrom(
        "access-control-allow-origin",
        "access-control-allow-credentials",
        "access-control-allow-methods",
        "access-control-allow-headers",
        "access-control-max-age",
        "access-control-expose-headers",
        "vary",
        "x-own",
      ),
      fc.constantFrom("*", "true", "x-own, X-One", "Origin", "PUT", "5", "accept", "not a token"),
    ),
    body: fc.constantFrom(null, "hello"),
    isImmutable: fc.boolean(),
  })
  .map(({ headers, body, isImmutable }) => (): Response => {
    const response = new Response(body, { headers });
    if (!isImmutable) return response;
    for (const method of ["append", "set", "delete"] as const) {
      response.headers[method] = () => {
        throw new TypeError("immutable");
      };
    }
    return response;
  });

interface Seen {
  readonly cors: Readonly<Record<string, string>>;
  readonly vary: readonly string[];
}

const see = ({ headers }: Response): Seen => ({
  cors: Object.fromEntries([...headers].filter(([name]) => name.startsWith("access-control-"))),
  vary: (headers.get("vary") ?? "").split(", ").filter(Boolean),
});

describe("gates around gates", () => {
  it("what leaves is the outermost gate's decision, and Vary only grows", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(policies, { minLength: 2, maxLength: 3 }),
        requests,
        answers,
        async (chain, request, answer) => {
          const gates = chain.map((options): Gate => createCors(options));
          const [outer] = gates as [Gate];
          let isHandled = false;
          const handler = async (): Promise<Response> => {
            isHandled = true;
            return answer();
          };
          const nested = gates.reduceRight<() => Promise<Response>>(
            (inside, gate) => async () => gate.wrap(inside)(request()),
            handler,
          );
          const seen = see(await nested());
          // A gate inside may have answered in the handler's place: then no one has said anything.
          const answered = isHandled ? answer : () => new Response();
          const alone = see(await outer.wrap(async () => answered())(request()));
          expect(seen.cors).toEqual(alone.cors);
          const hasGrown = alone.vary.every((name) => seen.vary.includes(name));
          expect(hasGrown || seen.vary.includes("*")).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("applying twice is applying once", async () => {
    await fc.assert(
      fc.asyncProperty(policies, requests, answers, async (options, request, answer) => {
        const verdict = await (createCors(options) as Gate).check(request());
        const once = verdict.apply(answer());
        const headers = [...once.headers];
        expect([...verdict.apply(once).headers]).toEqual(headers);
      }),
      { numRuns: 1000 },
    );
  });

  it("middleware between two gates may expose its own header (R3)", () => {
    const inner = createCors({ origin: "*", exposeHeaders: ["x-inner"] });
    const outer = createCors({ origin: "*", exposeHeaders: ["x-outer"] });
    const request = new Request("https://api.example.com/");
    const own = new Response("hello", { headers: { "access-control-expose-headers": "X-Own" } });
    const response = inner.check(request).apply(own);
    response.headers.append("access-control-expose-headers", "x-between");
    const { headers } = outer.check(request).apply(response);
    expect(headers.get("access-control-expose-headers")).toBe("x-outer,x-own,x-between");
  });
});
