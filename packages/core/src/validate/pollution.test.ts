import { afterEach, describe, expect, test, vi } from "vitest";
import { isGate, toGate, verdictForAll } from "../adapter/index.ts";
import { corsByPath } from "../by-path/index.ts";
import { createCors } from "../cors.ts";
import type { Verdict } from "../verdict/verdict.ts";
import type { Wrap } from "../wrap.ts";

const A = "https://a.example";

/** What someone put on a prototype, under each name that anything reads from options or a gate. */
const POLLUTION: Readonly<Record<string, unknown>> = {
  origin: "*",
  allowMethods: ["EVIL"],
  allowHeaders: ["x-evil"],
  exposeHeaders: ["x-evil"],
  credentials: true,
  maxAge: 1,
  preflightStatus: 299,
  preflightContinue: true,
  refuseDenied: true,
  selfOrigins: "https://evil.example",
  dangerouslyAllowInsecureOrigins: true,
  onVerdict: () => polluted(),
  onError: () => polluted(),
  response: new Response("evil"),
  error: new Error("evil"),
  check: () => polluted(),
  wrap: () => polluted(),
  allows: () => true,
};

function polluted(): never {
  throw new Error("a prototype's member was called");
}

afterEach(() => {
  for (const name of Object.keys(POLLUTION)) Reflect.deleteProperty(Object.prototype, name);
  for (const index of [0, 1]) Reflect.deleteProperty(Array.prototype, index);
  vi.restoreAllMocks();
});

/** Made before anything is polluted, since `new Request` reads prototypes too. */
const REQUESTS = [A, "https://evil.example", "http://evil.example"].flatMap((origin) => [
  new Request("https://api.example/", { headers: { origin } }),
  new Request("https://api.example/", {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "EVIL" },
  }),
]);

/** Everything that a policy answers, as text. */
async function answers(): Promise<string> {
  const lines: unknown[] = [];
  const policies = [
    { origin: A },
    { origin: [A, "https://*.b.example"], credentials: true },
    { origin: "*" },
    { origin: () => true },
  ] as const;
  for (const policy of policies) {
    const gates = [toGate(policy), corsByPath([{ path: "/*", ...policy }])];
    for (const gate of gates) {
      for (const request of REQUESTS) {
        const verdict = await gate.check(request);
        const applied = verdict.apply(new Response("hello"));
        lines.push([verdict.allowed, verdict.reason, verdict.error, verdict.response?.status]);
        lines.push([...(verdict.response ?? applied).headers]);
      }
      const failing = gate.wrap((): Response => {
        throw new Error("mine");
      });
      const answer = async (): Promise<unknown> => failing(REQUESTS[0] as Request);
      lines.push(await answer().catch((error: unknown) => String(error)));
    }
    lines.push(verdictForAll(toGate(policy))?.apply(new Response()).headers.get("vary"));
  }
  return JSON.stringify(lines);
}

describe("P2: only what was given counts, whatever is on a prototype", () => {
  test.each(Object.keys(POLLUTION))("%s", async (name) => {
    vi.spyOn(console, "error").mockReturnValue();
    const clean = await answers();
    Object.assign(Object.prototype, { [name]: POLLUTION[name] });
    expect(await answers()).toBe(clean);
    expect(console.error).not.toHaveBeenCalled();
  });

  test("check and wrap on Object.prototype make no gate of options", () => {
    Object.assign(Object.prototype, { check: polluted, wrap: polluted });
    expect(isGate({ origin: A })).toBe(false);
    expect(isGate(createCors({ origin: A }))).toBe(true);
  });

  test.each([
    [["check"], false],
    [["wrap"], false],
    [["check", "wrap"], true],
  ])("of a gate's members %j: a gate is %j", (names, expected) => {
    const cors = createCors({ origin: A });
    const some = Object.fromEntries(names.map((name) => [name, Reflect.get(cors, name)]));
    expect(isGate(some as never)).toBe(expected);
  });

  test("a gate may be an instance of a class", () => {
    class Mine {
      readonly cors = createCors({ origin: A });
      check(request: Request): Verdict {
        return this.cors.check(request);
      }
      get wrap(): Wrap<unknown> {
        return this.cors.wrap;
      }
    }
    expect(isGate(new Mine())).toBe(true);
  });

  test("no option is filled in", () => {
    Object.assign(Object.prototype, { origin: "*" });
    expect(() => createCors({} as never)).toThrow("origin: missing");
  });

  test("no hole in a list is filled", () => {
    Object.assign(Array.prototype, { 1: "https://evil.example" });
    expect(() => createCors({ origin: Object.assign([A], { 2: A }) as never })).toThrow(
      "origin[1]: missing entry",
    );
  });
});
