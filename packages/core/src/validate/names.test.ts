import { describe, expect, test } from "vitest";
import { CorsConfigError } from "../config-error.ts";
import { createCors } from "../cors.ts";
import type { CorsOptions } from "../options.ts";

function issuesOf(options: object): readonly (readonly [path: string, message: string])[] {
  try {
    createCors({ origin: "https://a.example", ...options } as CorsOptions);
  } catch (error) {
    if (error instanceof CorsConfigError) {
      return error.issues.map(({ path, message }) => [path, message]);
    }
    throw error;
  }
  return [];
}

describe("P7 to P9: what is said of a name", () => {
  const list = 'write "*" or a list of names';

  test.each<[option: string, given: unknown, at: string, message: string]>([
    ["allowMethods", ["PUT", "trace"], "[1]", 'forbidden "trace"; leave it out'],
    ["allowMethods", "CONNECT", "", 'forbidden "CONNECT"; leave it out'],
    ["allowMethods", ["patch"], "[0]", 'prohibited "patch"; write it in upper case'],
    ["allowMethods", ["Query"], "[0]", 'prohibited "Query"; write it in upper case'],
    ["allowMethods", ["P UT"], "[0]", 'invalid "P UT", several in one text; write "P", "UT"'],
    ["allowMethods", ["PÜT"], "[0]", `invalid "PÜT"; ${list}`],
    ["allowMethods", [""], "[0]", `invalid ""; ${list}`],
    ["allowMethods", [7], "[0]", `invalid 7; ${list}`],
    ["allowMethods", ["PUT", "*"], "[1]", 'prohibited "*" in a list; write "*" alone'],
    ["allowHeaders", ["Cookie"], "[0]", 'forbidden "Cookie"; leave it out'],
    [
      "allowHeaders",
      ["access-control-allow-origin"],
      "[0]",
      'prohibited "access-control-allow-origin"; leave it out',
    ],
    ["allowHeaders", [["x-a"]], "[0]", `invalid [object Array]; ${list}`],
    ["allowHeaders", null, "", `invalid null; ${list}`],
    [
      "allowHeaders",
      Object.assign([], { 1: "x-a" }),
      "[0]",
      "missing entry, a hole in the list; leave out its comma",
    ],
    ["exposeHeaders", ["Set-Cookie"], "[0]", 'forbidden "Set-Cookie"; leave it out'],
    ["exposeHeaders", ["x(a)"], "[0]", `invalid "x(a)"; ${list}`],
  ])("%s: %j", (option, given, at, message) => {
    expect(issuesOf({ [option]: given })).toEqual([[option + at, message]]);
  });

  test("P5: with credentials * stands for no name", () => {
    expect(issuesOf({ exposeHeaders: "*", credentials: true })).toEqual([
      ["exposeHeaders", 'incompatible "*" with credentials: true; list the names'],
    ]);
    expect(issuesOf({ allowHeaders: "*", allowMethods: "*", credentials: true })).toEqual([]);
    expect(issuesOf({ exposeHeaders: "*" })).toEqual([]);
  });

  test("is taken alone, in lists without it twice, and as browsers write it", () => {
    const { options } = createCors({
      origin: "https://a.example",
      allowMethods: ["put", "PUT", "patCH".toUpperCase(), "Foo", "QUERY"],
      allowHeaders: "X-A" as never,
      exposeHeaders: ["X-B", "x-b", "access-control-x"],
    });
    expect(options.allowMethods).toEqual(["PUT", "PATCH", "Foo", "QUERY"]);
    expect(options.allowHeaders).toEqual(["x-a"]);
    expect(options.exposeHeaders).toEqual(["x-b", "access-control-x"]);
  });
});
