import { describe, expect, test } from "vitest";
import { CorsConfigError } from "../config-error.ts";
import { createCors } from "../cors.ts";
import { originsFrom } from "./origins-from.ts";

const A = "https://a.example";
const B = "https://b.example";

describe("originsFrom reads", () => {
  test.each<[string, string | readonly string[], unknown]>([
    ["one origin", A, [A]],
    ["commas", `${A},${B}`, [A, B]],
    ["commas that are too many", ` ${A} ,, ${B}\n`, [A, B]],
    ["spaces", `${A} ${B}`, [A, B]],
    ["lines", `${A}\n\t${B}\r\n`, [A, B]],
    ["a JSON list", JSON.stringify([A, B]), [A, B]],
    ["a JSON list in lines", `[\n  "${A}",\n  "${B}"\n]\n`, [A, B]],
    ["a JSON list behind a space", ` ["${A}"]`, [A]],
    ["a JSON list in a JSON text", JSON.stringify(` ["${A}"]`), [A]],
    ["an IPv6 address, which is no JSON", `http://[::1]:3000 ${A}`, ["http://[::1]:3000", A]],
    ["a JSON text", JSON.stringify(A), [A]],
    ["a JSON text with commas", JSON.stringify(`${A}, ${B}`), [A, B]],
    ["a list", [A, B], [A, B]],
    ["a frozen list", Object.freeze([A]), [A]],
    ["a star", "*", "*"],
    ["a star with spaces around it", " *\n", "*"],
    ["a star in a list", ["*"], "*"],
    ["a star in JSON", '["*"]', "*"],
    ["a star in a JSON text", '"*"', "*"],
    ["a star among others, which createCors refuses", `*,${A}`, ["*", A]],
    ["a pattern", "https://*.a.example", ["https://*.a.example"]],
  ])("%s", (_, value, origins) => expect(originsFrom(value)).toEqual(origins));

  test("what it returns is a policy's origin, and no list of the caller's", () => {
    const given = [A];
    const origins = originsFrom(given);
    given.push(B);
    expect(createCors({ origin: origins, credentials: true }).options.origin).toEqual([A]);
    expect(createCors({ origin: originsFrom("*") }).options.origin).toBe("*");
    expect(() => createCors({ origin: originsFrom("*"), credentials: true })).toThrow(
      /incompatible/,
    );
    expect(() => createCors({ origin: originsFrom("*,null") })).toThrow(/\[0\]: prohibited/);
  });
});

describe("P2: originsFrom refuses, and names the mistake", () => {
  test.each<[string, unknown, string, RegExp]>([
    ["an unset variable", undefined, "origin", /^missing origin: the variable is not set;/],
    ["an empty text", "", "origin", /^missing origin: there is none in "";/],
    ["separators alone", " \n, ", "origin", /^missing origin: there is none in " \\n, ";/],
    ["an empty list", [], "origin", /^missing origin: there is none in \[object Array\];/],
    ["an empty JSON list", "[]", "origin", /^missing origin: there is none in "\[\]";/],
    ["an empty JSON text", '""', "origin", /^missing origin/],
    ["broken JSON", `["${A}"`, "origin", /^invalid .*, which begins as JSON and is none;/],
    ["a JSON object", "{}", "origin", /^invalid "\{\}", neither a text nor a list;/],
    ["an unset variable in a list", [A, undefined], "origin[1]", /^invalid undefined, no text;/],
    ["a hole", Object.assign([], { 1: A }), "origin[0]", /^invalid undefined, no text;/],
    ["an empty text in a list", [A, " "], "origin[1]", /^missing origin: an empty text;/],
    ["a number in JSON", "[1]", "origin[0]", /^invalid 1, no text;/],
    ["null", null, "origin", /^invalid null, neither a text nor a list;/],
    ["a number", 7, "origin", /^invalid 7, neither/],
    ["a Set", new Set([A]), "origin", /^invalid \[object Set\], neither/],
    ["an expression", [/^a$/], "origin[0]", /^invalid \[object RegExp\], no text;/],
  ])("%s", (_, value, path, message) => {
    let thrown: unknown;
    try {
      originsFrom(value as string);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(CorsConfigError);
    const [issue] = (thrown as CorsConfigError).issues;
    expect(issue?.path).toBe(path);
    expect(issue?.message).toMatch(message);
    expect(issue?.message).toContain('; write "https://');
  });
});
