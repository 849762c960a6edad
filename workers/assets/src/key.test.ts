import { describe, expect, it } from "vitest";
import { keyOf } from "./key.ts";

describe("the key of a path", () => {
  it.each([
    ["/font.woff2", "font.woff2"],
    ["/fonts/inter-3f2a9c1b.woff2", "fonts/inter-3f2a9c1b.woff2"],
    ["/a%20b/%C3%A9.png", "a b/é.png"],
    ["/%61", "a"],
    ["/a+b", "a+b"],
    ["/a%2Bb", "a+b"],
    ["/.well-known/x", ".well-known/x"],
    ["/...", "..."],
    // Decoded once: what is left is a name like any other, and reaches no directory above.
    ["/%252e%252e/x", "%2e%2e/x"],
    [`/${"a".repeat(1024)}`, "a".repeat(1024)],
  ])("%s is %s", (path, key) => {
    expect(keyOf(path)).toBe(key);
  });

  it.each([
    ["nothing", "/"],
    ["a directory", "/fonts/"],
    ["an empty segment", "/fonts//inter.woff2"],
    ["one in front", "//fonts/inter.woff2"],
    ["a dot segment", "/fonts/./inter.woff2"],
    ["a way up", "/fonts/../inter.woff2"],
    ["an encoded way up", "/fonts/%2e%2E/inter.woff2"],
    ["a half encoded one", "/fonts/.%2e/inter.woff2"],
    ["an encoded slash", "/fonts%2finter.woff2"],
    ["a way up behind one", "/fonts/..%2finter.woff2"],
    ["an encoded backslash", "/fonts%5cinter.woff2"],
    ["NUL", "/inter.woff2%00.png"],
    ["a line break", "/inter%0d%0a.woff2"],
    ["a malformed escape", "/%zz"],
    ["a lone %", "/100%"],
    ["bytes that are not UTF-8", "/%ff"],
    ["more than a key may take", `/${"a".repeat(1025)}`],
    ["as much in fewer letters", `/${"%C3%A9".repeat(513)}`],
  ])("%s names nothing", (_, path) => {
    expect(keyOf(path)).toBeUndefined();
  });
});
