import { describe, expect, test } from "vitest";
import { CorsConfigError } from "./config-error.ts";
import { kindOf, quote } from "./quote.ts";

describe("P1: CorsConfigError", () => {
  test("lists every problem in its message, and shows unseen characters", () => {
    const error = new CorsConfigError([
      { path: "origin[0]", code: "invalid", message: "invalid first; write it" },
      { path: "a\u202e", code: "unknown", message: "unknown \u0007; write it" },
    ]);
    expect(error).toBeInstanceOf(TypeError);
    expect(error.name).toBe("CorsConfigError");
    expect(error.message).toBe(
      "CORS policy refused:\n  origin[0]: invalid first; write it\n  a\\u202e: unknown \\u0007; write it",
    );
    expect(error.issues).toEqual([
      { path: "origin[0]", code: "invalid", message: "invalid first; write it" },
      { path: "a\\u202e", code: "unknown", message: "unknown \\u0007; write it" },
    ]);
  });
});

describe("any value in a sentence", () => {
  test.each<[unknown, string]>([
    ["a text", '"a text"'],
    ["", '""'],
    ['a "b" \\', String.raw`"a \"b\" \\"`],
    ["a\u200bb", String.raw`"a\u200bb"`],
    ["x".repeat(120), `"${"x".repeat(120)}"`],
    ["x".repeat(121), `"${"x".repeat(120)}"`],
    [null, "null"],
    [undefined, "undefined"],
    [7, "7"],
    [-0, "0"],
    [7n, "7"],
    [true, "true"],
    [Symbol("a\u200b"), String.raw`Symbol(a\u200b)`],
    [{}, "[object Object]"],
    [Object.create(null), "[object Object]"],
    [[], "[object Array]"],
    [/a/, "[object RegExp]"],
    [() => "source", "[object Function]"],
  ])("%o", (value, text) => expect(quote(value)).toBe(text));

  test("no value's own text is asked for", () => {
    const hostile = {
      toString(): never {
        throw new Error("asked");
      },
    };
    expect(quote(hostile)).toBe("[object Object]");
    expect(kindOf(new Date())).toBe("[object Date]");
  });
});
