import { describe, expect, test } from "vitest";
import { createCors } from "../cors.ts";
import type { CorsOptions } from "../options.ts";
import { compileShortcut } from "./shortcut.ts";

const A = "https://a.example";
const B = "https://b.example";

/** Whether the look is enough, for a request and a preflight of each origin. */
function spares(
  live: CorsOptions,
  candidate: CorsOptions,
  from: string | null,
): readonly boolean[] {
  const [cors, other] = [createCors(live), createCors(candidate)];
  const shortcut = compileShortcut(cors, other);
  const headers = {
    ...(from !== null && { origin: from }),
    "access-control-request-method": "PUT",
  };
  return ["GET", "OPTIONS"].map((method) => {
    const verdict = cors.check(new Request("https://api.example.com/", { method, headers }));
    return shortcut(verdict as never, undefined);
  });
}

describe("M2: a second verdict is spared", () => {
  test.each<[string, CorsOptions, string | null, readonly boolean[]]>([
    ["the same policy, allowed", { origin: [A] }, A, [true, true]],
    ["the same policy, denied", { origin: [A] }, B, [true, true]],
    ["the same policy, no origin", { origin: [A] }, null, [true, true]],
    ["a longer list, allowed by both", { origin: [A, B] }, A, [true, true]],
    ["a longer list, allowed by one", { origin: [A, B] }, B, [false, false]],
    ["another grant", { origin: [A], credentials: true }, A, [false, false]],
    ["another grant, denied by both", { origin: [A], credentials: true }, B, [true, true]],
    ["other methods", { origin: [A], allowMethods: ["GET"] }, A, [true, false]],
    ["other headers", { origin: [A], allowHeaders: ["x-a"] }, A, [true, false]],
    ["another own origin, denied", { origin: [A], selfOrigins: [B] }, B, [false, true]],
    ["another own origin, allowed", { origin: [A], selfOrigins: [B] }, A, [true, true]],
    ["a function", { origin: () => true }, A, [false, false]],
    ["a hook", { origin: [A], onVerdict: () => {} }, A, [false, false]],
  ])("%s", (_, candidate, from, expected) => {
    expect(spares({ origin: [A] }, candidate, from)).toEqual(expected);
  });

  test("not where a gate does not show its policy", () => {
    const { options: _, ...gate } = createCors({ origin: A });
    const verdict = gate.check(new Request("https://api.example.com/")) as never;
    expect(compileShortcut(gate, createCors({ origin: A }))(verdict, undefined)).toBe(false);
    expect(compileShortcut(createCors({ origin: A }), gate)(verdict, undefined)).toBe(false);
  });
});
