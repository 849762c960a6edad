import { describe, expect, test, vi } from "vitest";
import { CorsConfigError } from "../config-error.ts";
import { createCors } from "../cors.ts";
import { corsByOrigin } from "./index.ts";

const A = "https://a.example";
const B = "https://b.example";

function issuesOf(rules: readonly object[]): readonly (readonly [path: string, code: string])[] {
  try {
    corsByOrigin(rules as never);
    return [];
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error;
    return error.issues.map(({ path, code }) => [path, code]);
  }
}

describe("M1: a rule that earlier ones cover", () => {
  test.each<[earlier: unknown, later: unknown, isCovered: boolean]>([
    [A, `${A}:*`, false],
    [`${A}:*`, A, true],
    [`${A}:*`, `${A}:81`, true],
    [`${A}:*`, `${A}:*`, true],
    [[A, `${A}:81`], `${A}:*`, false],
    [[A, `${A}:49152`], `${A}:*`, false],
    [[`${A}:81`, `${A}:49152`], `${A}:*`, false],
    ["https://*.a.example", "https://*.a.example", true],
    ["https://*.a.example", "https://*.a.example:*", false],
    ["https://*.a.example:*", "https://*.b.a.example:*", true],
    [/^https:\/\/a\.example$/, /^https:\/\/b\.example$/, false],
    [/^https:\/\/a\.example$/, /^https:\/\/a\.example$/, true],
  ])("%o, and then %o: %s", (earlier, later, isCovered) => {
    expect(issuesOf([{ origin: earlier }, { origin: later }])).toEqual(
      isCovered ? [["[1].origin", "incompatible"]] : [],
    );
  });
});

describe("M1: a rule with a gate", () => {
  test("has no other options, whatever these are", () => {
    const gate = createCors({ origin: A });
    expect(issuesOf([{ origin: A, gate, maxAge: "x" }])).toEqual([["[0].maxAge", "incompatible"]]);
    const half = { check: () => undefined, wrap: 1 };
    expect(issuesOf([{ origin: A, gate: half }])).toEqual([["[0].gate", "invalid"]]);
  });
});

describe("M1: functions among the rules", () => {
  const request = (origin?: string): Request =>
    new Request("https://api.example.com/", { headers: origin ? { origin } : {} });

  test("are asked once each, in order", async () => {
    const first = vi.fn<() => boolean>(() => false);
    const second = vi.fn<() => boolean>(() => true);
    const gate = corsByOrigin([{ origin: A }, { origin: first }, { origin: second }]);
    expect((await gate.check(request(B))).allowed).toBe(true);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  });

  test("make every verdict a promise, and lists make none", () => {
    const asking = corsByOrigin([{ origin: A }, { origin: () => true }]);
    expect(asking.check(request())).toBeInstanceOf(Promise);
    const lists = corsByOrigin([{ origin: A }, { origin: B }]);
    expect(lists.check(request())).not.toBeInstanceOf(Promise);
  });
});
