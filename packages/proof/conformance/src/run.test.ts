import { createCors } from "@crossgate/core";
import { describe, expect, it } from "vitest";
import type { Case, ConstructionCase, ExchangeCase } from "./case.ts";
import { compareConstruction } from "./construction.ts";
import { inProcess } from "./in-process.ts";
import type { Failure, SubjectReport } from "./report.ts";
import { run } from "./run.ts";
import type { BuildGateway } from "./subject.ts";

const RUNTIME = { name: "node", version: "24", upstream: "http://127.0.0.1:1/" } as const;
const A = "https://app.example.com";

type Without<Whole, Key extends string> = Whole extends unknown ? Omit<Whole, Key> : never;
type Policy = Without<ConstructionCase, "id" | "rules" | "anchor">;

/** A case that a correct gate passes. */
const SOUND: ExchangeCase = {
  id: "sound",
  rules: ["R2"],
  anchor: "https://fetch.spec.whatwg.org/#cors-check",
  options: { origin: [A, "https://second.example"] },
  request: { headers: [["origin", A]] },
  handler: { status: 404, headers: [["set-cookie", "a=1"]] },
  expect: {
    handlerCalled: true,
    present: { "access-control-allow-origin": A, vary: "Origin" },
  },
};

const honest: BuildGateway = (options, handler) => ({ fetch: createCors(options).wrap(handler) });

/** A gate that spoils every response on its way out. */
function spoiling(spoil: (response: Response) => Response): BuildGateway {
  return (options, handler) => {
    const fetch = createCors(options).wrap(handler);
    return {
      fetch: async (request) => {
        const response = await fetch(request);
        return response && spoil(response);
      },
    };
  };
}

function withHeader(change: (headers: Headers) => void): BuildGateway {
  return spoiling((response) => {
    change(response.headers);
    return response;
  });
}

async function put(candidate: Case, build: BuildGateway): Promise<SubjectReport> {
  const { subjects } = await run([candidate], [inProcess("gate", build)], RUNTIME);
  if (!subjects[0]) throw new Error("no report");
  return subjects[0];
}

async function findings(candidate: Case, build: BuildGateway): Promise<string[]> {
  const { failed } = await put(candidate, build);
  return failed.flatMap(({ differences }: Failure) => differences.map(({ what }) => what));
}

describe("the runner", () => {
  it("passes what is right", async () => {
    expect(await put(SOUND, honest)).toMatchObject({ passed: 1, failed: [], inexpressible: [] });
  });

  it.each<[string, BuildGateway, string[]]>([
    ["a lost Vary", withHeader((headers) => headers.delete("vary")), ["vary"]],
    [
      "a header that no case expects",
      withHeader((headers) => headers.set("access-control-max-age", "1")),
      ["access-control-max-age"],
    ],
    [
      "a second value",
      withHeader((headers) => headers.append("access-control-allow-origin", A)),
      ["access-control-allow-origin", "page"],
    ],
    ["a lost cookie", withHeader((headers) => headers.delete("set-cookie")), ["set-cookie"]],
    ["a lost status", spoiling(({ body, headers }) => new Response(body, { headers })), ["status"]],
    [
      "a lost body",
      spoiling(({ status, headers }) => new Response(null, { status, headers })),
      ["body"],
    ],
    ["a handler called twice", callingTwice, ["handler calls"]],
    ["a report that no case expects", reporting, ["reported errors"]],
    ["options that are not copied", sharing, ["access-control-allow-origin", "vary", "page"]],
  ])("finds %s", async (_, build, expected) => {
    expect(await findings(SOUND, build)).toEqual(expected);
  });

  it("finds a wrong expectation", async () => {
    const wrong = { ...SOUND, expect: { ...SOUND_EXPECT, handlerCalled: false } };
    expect(await findings(wrong, honest)).toContain("handler calls");
    expect(await findings({ ...SOUND, expect: { ...SOUND_EXPECT, status: 200 } }, honest)).toEqual([
      "status",
    ]);
    const unheard = { ...SOUND_EXPECT, present: { vary: "Origin" } };
    expect(await findings({ ...SOUND, expect: unheard }, honest)).toEqual([
      "access-control-allow-origin",
      "page",
    ]);
  });

  it("counts the expectations that a subject could not show", async () => {
    const told = {
      ...SOUND_EXPECT,
      verdict: ["actual", true, "origin-allowed"],
      asked: [],
    } as const;
    const { unobserved } = await put({ ...SOUND, expect: told }, honest);
    expect(unobserved).toEqual({ verdict: 1 });
  });

  it("names the request of a sequence", async () => {
    const steps = [SOUND_STEP, { ...SOUND_STEP, expect: { ...SOUND_EXPECT, status: 500 } }];
    const { request: _, handler: __, expect: ___, ...head } = { ...SOUND, ...SOUND_STEP };
    const { failed } = await put({ ...head, steps }, honest);
    expect(failed).toMatchObject([{ id: "sound", step: 1 }]);
  });

  it("takes a reason that is not true for no reason", async () => {
    const excused = { ...SOUND, inexpressible: { node: "because" } };
    expect(await put(excused, honest)).toMatchObject({ passed: 1, inexpressible: [] });
    for (const kind of ["error", "throws-response"] as const) {
      const { inexpressible } = await put({ ...excused, handler: { kind } }, honest);
      expect(inexpressible).toEqual([]);
    }
    const request = { headers: [["origin", "\0"]] } as const;
    expect(await put({ ...excused, request }, honest)).toMatchObject({
      passed: 0,
      inexpressible: [{ id: "sound", reason: "because" }],
    });
    expect(await findings({ ...SOUND, request }, honest)).toEqual(["run"]);
  });

  it("tells refusals apart", () => {
    const subject = inProcess("core", (options) => ({
      fetch: () => undefined,
      options: createCors(options).options,
    }));
    const head = { id: "policy", rules: ["P2"], anchor: "" } as const;
    const what = (rest: Policy): number =>
      compareConstruction({ ...head, ...rest }, subject).length;
    expect(what({ construct: { origin: [] }, issues: [["origin", "missing"]] })).toBe(0);
    expect(what({ construct: { origin: [] }, issues: [["origin", "invalid"]] })).toBe(1);
    expect(what({ construct: { origin: A }, issues: "any" })).toBe(1);
    expect(what({ construct: { origin: A }, normalized: { maxAge: 600 } })).toBe(0);
    expect(what({ construct: { origin: A }, normalized: { maxAge: 5 } })).toBe(1);
    expect(what({ construct: { origin: [] }, normalized: {} })).toBe(1);
  });
});

const SOUND_EXPECT = "expect" in SOUND ? SOUND.expect : { handlerCalled: true };
const SOUND_STEP = {
  request: { headers: [["origin", A]] },
  handler: { status: 404 },
  expect: SOUND_EXPECT,
} as const;

function callingTwice(...[options, handler]: Parameters<BuildGateway>): ReturnType<BuildGateway> {
  const fetch = createCors(options).wrap(handler);
  return {
    fetch: async (request) => {
      await fetch(request.clone());
      return fetch(request);
    },
  };
}

function reporting(...[options, handler]: Parameters<BuildGateway>): ReturnType<BuildGateway> {
  const fetch = createCors(options).wrap(handler);
  return {
    fetch: (request) => {
      console.error("something went wrong");
      return fetch(request);
    },
  };
}

/** Reads its options when it is asked, and by then they are someone else's. */
function sharing(...[options, handler]: Parameters<BuildGateway>): ReturnType<BuildGateway> {
  return { fetch: (request) => createCors(options).wrap(handler)(request) };
}
