import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Call, callUrl } from "./call.ts";
import { answerCall, type Places } from "./endpoint.ts";

const PLACES: Places = { page: "https://page.example", api: "https://api.example" };
const POLICY = '{ origin: "https://page.example", credentials: true, allowMethods: ["PUT"] }';
const CALL: Call = { answer: "data", server: { kind: "policy", policy: POLICY }, run: "r1" };

/** All that any response may carry before the Worker adds its own. */
const POSSIBLE = [
  "access-control-allow-credentials",
  "access-control-allow-headers",
  "access-control-allow-methods",
  "access-control-allow-origin",
  "access-control-expose-headers",
  "access-control-max-age",
  "cache-control",
  "content-type",
  "location",
  "set-cookie",
  "vary",
  "x-request-id",
];

function ask(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = { origin: PLACES.page, ...(init.headers as Record<string, string>) };
  return answerCall(new Request(url, { ...init, headers }), PLACES);
}

describe("a response", () => {
  it("says back nothing that a browser or a proxy adds", async () => {
    const headers = {
      authorization: "Basic c2VjcmV0",
      "cf-access-jwt-assertion": "secret",
      cookie: "session=secret; visits=3; other=secret",
      "x-api-key": "secret",
      "x-demo": "told",
      "x-forwarded-for": "192.0.2.1",
      "x-real-ip": "192.0.2.1",
    };
    const text = await (await ask(callUrl(PLACES.api, CALL), { headers })).text();
    expect(text).not.toMatch(/secret|192\.0\.2|c2Vjc|jwt|forwarded/);
    expect(text).toContain('["x-demo","told"]');
    expect(text).toContain('["cookie","visits=3"]');
  });

  it("sets the one cookie, and not on the page's own origin", async () => {
    const call = { ...CALL, answer: "visits" } as const;
    const cookie = (await ask(callUrl(PLACES.api, call))).headers.getSetCookie();
    expect(cookie).toEqual([
      "visits=1; Path=/demo; Max-Age=600; HttpOnly; Secure; SameSite=None; Partitioned",
    ]);
    expect((await ask(callUrl(PLACES.page, call))).headers.getSetCookie()).toEqual([]);
  });

  it.each([
    ["redirect", PLACES.api, PLACES.api],
    ["elsewhere", PLACES.api, PLACES.page],
    ["elsewhere", PLACES.page, PLACES.api],
    ["elsewhere", "https://third.example", PLACES.page],
  ] as const)("%s at %s leads to the demonstration on %s", async (answer, from, to) => {
    const response = await ask(callUrl(from, { ...CALL, answer }));
    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe(callUrl(to, CALL));
  });

  it("carries no other header, of no other kind, whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("data", "visits", "missing", "error", "redirect", "elsewhere", "../x"),
        fc.constantFrom("GET", "OPTIONS", "PUT", "DELETE"),
        fc.oneof(
          fc.record({ policy: fc.oneof(fc.constant(POLICY), fc.string({ unit: "binary" })) }),
          fc.record({
            headers: fc
              .array(fc.tuple(fc.constantFrom(...POSSIBLE), fc.string({ unit: "binary" })))
              .map((lines) => lines.map((line) => line.join(": ")).join("\n")),
            preflight: fc.constantFrom("204", "302", "500", "NaN", "99"),
          }),
        ),
        async (answer, method, query) => {
          const parameters = new URLSearchParams({ ...query, run: "r1" }).toString();
          const response = await ask(`${PLACES.api}/demo/${answer}?${parameters}`, {
            method,
            headers: { "access-control-request-method": "PUT" },
          });
          const names = [...response.headers.keys()];
          expect(names.filter((name) => !POSSIBLE.includes(name))).toEqual([]);
          expect(response.headers.get("content-type") ?? "text/plain").toMatch(
            /^(?:application\/json|text\/plain(?:;.*)?)$/,
          );
          const location = response.headers.get("location") ?? `${PLACES.api}/demo/`;
          expect(new URL(location).origin).toMatch(/^https:\/\/(?:page|api)\.example$/);
          expect(response.headers.getSetCookie().every((one) => one.startsWith("visits="))).toBe(
            true,
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});
