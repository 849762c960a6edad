// Gates in gates, of one app or of several, Hono's and core's. The response has the CORS headers
// that it has with the outermost gate alone (R7).
import { createCors, type CorsOptions, type Gate } from "@crossgate/core";
import fc from "fast-check";
import { Hono } from "hono";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { cors } from "./cors.ts";

const ORIGINS = ["https://a.com", "https://b.com"] as const;
const NAMES = ["x-one", "x-two"] as const;

beforeEach(() => {
  vi.spyOn(console, "warn").mockReturnValue();
});

const policies = fc
  .record({
    origin: fc.oneof(
      fc.constant("*" as const),
      fc.subarray([...ORIGINS], { minLength: 1 }),
      fc.constant((origin: string) => origin === ORIGINS[0]),
    ),
    credentials: fc.boolean(),
    exposeHeaders: fc.subarray([...NAMES]),
    allowMethods: fc.constantFrom("*" as const, ["PUT"], ["PATCH", "DELETE"]),
    allowHeaders: fc.subarray([...NAMES]),
    maxAge: fc.nat(600),
    preflightContinue: fc.boolean(),
    refuseDenied: fc.boolean(),
  })
  .filter(({ origin, credentials }) => !(credentials && origin === "*"))
  .map((options) => options as CorsOptions);

/** One of core's, or those of one app, with something between them that copies what they answer. */
const layers = fc.record({
  isCore: fc.boolean(),
  gates: fc.array(policies, { minLength: 1, maxLength: 2 }),
});

const requests = fc.record({
  origin: fc.constantFrom(undefined, "https://evil.com", ...ORIGINS),
  asks: fc.constantFrom(undefined, "PUT"),
});

const answers = fc.record({
  body: fc.constantFrom(null, "hello"),
  headers: fc.dictionary(
    fc.constantFrom(
      "access-control-allow-origin",
      "access-control-allow-methods",
      "access-control-expose-headers",
      "access-control-max-age",
      "vary",
    ),
    fc.constantFrom("*", "x-own, X-One", "Accept"),
  ),
});

type Fetch = (request: Request) => Response | Promise<Response>;

function around(
  inside: Fetch,
  { isCore, gates }: { isCore: boolean; gates: CorsOptions[] },
): Fetch {
  if (isCore) {
    return gates.reduceRight<Fetch>((fetch, options) => {
      const gate: Gate = createCors(options);
      return async (request) => gate.wrap(fetch)(request);
    }, inside);
  }
  const app = new Hono();
  for (const [index, options] of gates.entries()) {
    if (index > 0) {
      app.use(async (c, next) => {
        await next();
        c.header("x-between", "yes");
      });
    }
    app.use(cors(options as never));
  }
  app.all("*", (c) => inside(c.req.raw));
  return async (request) => app.fetch(request);
}

function corsOf({ headers }: Response): Readonly<Record<string, string>> {
  return Object.fromEntries([...headers].filter(([name]) => name.startsWith("access-control-")));
}

describe("gates of apps and of core around each other", () => {
  it("what leaves is the outermost one's decision", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(layers, { minLength: 1, maxLength: 3 }),
        requests,
        answers,
        async (chain, { origin, asks }, { body, headers }) => {
          const request = (): Request =>
            new Request("https://api.example.com/", {
              method: asks ? "OPTIONS" : "GET",
              headers: {
                ...(origin && { origin }),
                ...(asks && { "access-control-request-method": asks }),
              },
            });
          let isHandled = false;
          const handler = (): Response => {
            isHandled = true;
            return new Response(body, { headers });
          };
          const nested = chain.reduceRight<Fetch>(around, handler);
          const response = await nested(request());
          const outermost: Gate = createCors(chain[0]!.gates[0]!);
          // A gate inside may have answered in the handler's place: then no one has said anything.
          const answer = isHandled ? handler : () => new Response("");
          const alone = await outermost.wrap(async () => answer())(request());
          expect(corsOf(response)).toEqual(corsOf(alone));
        },
      ),
      { numRuns: 1500 },
    );
  });
});
