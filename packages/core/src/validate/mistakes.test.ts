import { describe, expect, test } from "vitest";
import { CorsConfigError, type ConfigIssue } from "../config-error.ts";
import { createCors } from "../cors.ts";
import type { CorsOptions } from "../options.ts";

function issuesOf(options: unknown): readonly ConfigIssue[] {
  try {
    createCors(options as CorsOptions);
  } catch (error) {
    if (error instanceof CorsConfigError) return error.issues;
    throw error;
  }
  return [];
}

/** A list with entries at these places and none between them. */
function holed(entries: object): unknown[] {
  return Object.assign([], entries) as unknown[];
}

function messageFor(options: unknown): string | undefined {
  return issuesOf(options)[0]?.message;
}

/** What is said to write where no one can tell what was meant. */
const EXAMPLES = 'an origin like "https://example.com" or "https://*.example.com"';

/** A text, what is said about it, and what is said to write. */
const TEXTS: readonly (readonly [text: string, why: string, cure: string])[] = [
  ["https://a.com,https://b.com", "several in one text", '"https://a.com", "https://b.com"'],
  ["https://a.com https://b.com", "several in one text", '"https://a.com", "https://b.com"'],
  ["https://a.com;https://b.com", "several in one text", '"https://a.com", "https://b.com"'],
  ["null,https://a.com", "several in one text", '"null", "https://a.com"'],
  ["localhost:3000", "without a scheme", '"http://localhost:3000"'],
  ["127.0.0.1:3000", "without a scheme", '"http://127.0.0.1:3000"'],
  ["[::1]:3000", "without a scheme", '"http://[::1]:3000"'],
  ["example.com", "without a scheme", '"https://example.com"'],
  ["//example.com", "without a scheme", '"https://example.com"'],
  ["*.example.com", "without a scheme", '"https://*.example.com"'],
  ["https://example.com/", "more than scheme, host and port", '"https://example.com"'],
  ["https://example.com?x=(1)", "more than scheme, host and port", '"https://example.com"'],
  ["https://user@example.com", "more than scheme, host and port", '"https://example.com"'],
  ["https://example.com:8443:*", "a * that is not", EXAMPLES],
  ["https://*.example.com:8443:*", "a * that is not", EXAMPLES],
  ["WEB+App://Home", "no browser sends", '"web+app://home"'],
  ["tauri://LOCALHOST", "no browser sends", '"tauri://localhost"'],
  ["https://Example.com", "no browser sends", '"https://example.com"'],
  ["https://bücher.example", "no browser sends", '"https://xn--bcher-kva.example"'],
  ["https://example.com:443", "no browser sends", '"https://example.com"'],
  ["http://127.1", "no browser sends", '"http://127.0.0.1"'],
  ["https?://example.com", "expression in quotes", "/^https?:\\/\\/example\\.com$/"],
  ["^https://.*\\.example\\.com$", "expression in quotes", "/^https:\\/\\/.*\\.example\\.com$/"],
  ["https://(a|b).example.com", "expression in quotes", "/^https:\\/\\/(a|b)\\.example\\.com$/"],
  ["/^https:\\/\\/a\\.com$/", "expression in quotes", "/^https:\\/\\/a\\.com$/"],
  ["wss://myapp.com", "no page has", '"https://myapp.com"'],
  ["ws://localhost:3000", "no page has", '"http://localhost:3000"'],
  ["blob:https://example.com/1b9d", "no page has", '"https://example.com"'],
  ["blob:http://localhost:3000/1b9d", "no page has", '"http://localhost:3000"'],
  ["filesystem:https://example.com/x", "no page has", '"https://example.com"'],
  ["view-source:https://example.com/", "no page has", '"https://example.com"'],
  ["ftp://example.com", "no page has", EXAMPLES],
  ["data:text/html,<p>", "no page has", EXAMPLES],
  ["javascript:void(0)", "no page has", EXAMPLES],
  ["about:blank", "no page has", EXAMPLES],
  ["about://blank", "no page has", EXAMPLES],
  ["mailto:me@example.com", "no page has", EXAMPLES],
  ["moz-extension://*", "a * that is not", "/^moz-extension:\\/\\/[a-z0-9-]+$/"],
  ["chrome-extension://*", "a * that is not", "/^chrome-extension:\\/\\/[a-z0-9-]+$/"],
  ["http://192.168.*.*:*", "a * that is not", "/^http:\\/\\/192\\.168\\.\\d+\\.\\d+(?::\\d+)?$/"],
  ["https://10.0.0.*", "a * that is not", "/^https:\\/\\/10\\.0\\.0\\.\\d+$/"],
  ["https://**.example.com", "a * that is not", '"https://*.example.com"'],
  ["https://*.*.example.com", "a * that is not", '"https://*.example.com"'],
  ["https://*example.com", "a * that is not", '"https://*.example.com"'],
  ["https://.example.com", "a * that is not", '"https://*.example.com"'],
  ["*://example.com", "a * that is not", EXAMPLES],
  ["https://*", "a * that is not", EXAMPLES],
  ["https://*.com", "a * that is not", EXAMPLES],
  ["https://example.com:80*", "a * that is not", EXAMPLES],
  ["https://example.*", "a * that is not", EXAMPLES],
  ["https://a..example.com", "no browser sends", EXAMPLES],
  ["https://example.com:99999", "no browser sends", EXAMPLES],
  ["'https://example.com'", "no browser sends", '"https://example.com"'],
  ['"https://*.example.com:*"', "no browser sends", '"https://*.example.com:*"'],
  ["<https://example.com>", "no browser sends", '"https://example.com"'],
  ["https://example.com,", "no browser sends", '"https://example.com"'],
  ["'https://example.com';", "no browser sends", '"https://example.com"'],
  ["https://example.com\r\n", "no browser sends", '"https://example.com"'],
  ["'localhost:3000'", "without a scheme", '"http://localhost:3000"'],
  ["''", "no browser sends", EXAMPLES],
  ["undefined", "no browser sends", EXAMPLES],
];

describe("P3: the error names the mistake and the right spelling", () => {
  test.each(TEXTS)("%s", (text, why, cure) => {
    for (const origin of [text, [text], ["https://ok.example", text]]) {
      const message = messageFor({ origin });
      expect(message).toMatch(/^invalid "/);
      const [problem, advice] = message?.split("; write ") ?? [];
      expect(problem).toContain(JSON.stringify(text));
      expect(problem).toContain(why);
      expect(advice).toBe(cure);
    }
  });

  test.each(TEXTS)("what is advised for %s is accepted", (_, __, cure) => {
    const expression = /^\/(\^.*\$)\/$/.exec(cure)?.[1];
    if (expression === undefined && !/^"[^"]*"$/.test(cure)) return;
    const origin =
      expression === undefined ? (JSON.parse(cure) as unknown) : new RegExp(expression);
    expect(issuesOf({ origin })).toEqual([]);
  });

  test.each(["null", "NULL", "Null", "file://", "FILE://", "FILE:///x", "file://host"])(
    "%s is for a function, without credentials, and the message says so",
    (text) => {
      expect(messageFor({ origin: [text, "https://a.example"] })).toMatch(
        /^prohibited ".*; leave it to a function, without credentials$/,
      );
    },
  );

  test.each(["null", "file://"])(
    "O5: a function may allow %s, without credentials",
    async (text) => {
      const origin = (asked: string): boolean => asked === text;
      expect(await createCors({ origin }).allows(text)).toBe(true);
      expect(await createCors({ origin, credentials: true }).allows(text)).toBe(false);
    },
  );

  test.each([
    "app://.",
    "web+app://home",
    "web+data://home",
    "a.b-c+1://home",
    "capacitor://localhost",
    "tauri://localhost",
    "vscode-webview://1b2c",
  ])("%s is what browsers send", (text) => {
    const origin = text as "app://.";
    expect(createCors({ origin, credentials: true }).allows(origin)).toBe(true);
  });

  test.each(["https://.", "http://."])("%s is not", (origin) => {
    expect(issuesOf({ origin })).toHaveLength(1);
    expect(createCors({ origin: /^.*$/ }).allows(origin)).toBe(false);
  });
});

describe("P2: what is no list", () => {
  class Expression extends RegExp {
    override get source(): string {
      return "^https:\\/\\/a\\.example$";
    }
  }

  test.each<[string, unknown, string, RegExp]>([
    [
      "a hole",
      holed({ 0: "https://a.example", 2: "https://b.example" }),
      "origin[1]",
      /^missing entry, a hole/,
    ],
    ["a hole at the start", holed({ 1: "https://b.example" }), "origin[0]", /hole/],
    ["a sparse list", holed({ 5: "https://a.example" }), "origin[0]", /hole/],
    ["a list in a list", [["https://a.example"]], "origin[0]", /^invalid \[object Array\]; write/],
    ["a Set", new Set(["https://a.example"]), "origin", /^invalid \[object Set\]; write/],
    ["a Map", new Map(), "origin", /^invalid \[object Map\]; write/],
    [
      "an array-like",
      { 0: "https://a.example", length: 1 },
      "origin",
      /^invalid \[object Object\]/,
    ],
    ["a URL", new URL("https://a.example/x"), "origin", /^invalid \[object URL\]; write/],
    ["a String object", new String("https://a.example"), "origin", /^invalid \[object String\]/],
    ["a promise", Promise.resolve("https://a.example"), "origin", /^invalid \[object Promise\]/],
    ["NaN", Number.NaN, "origin", /^missing origin/],
    ["a lying RegExp", new Expression("."), "origin", /^invalid \/\.\/; write it from \^ to \$/],
    ["what calls itself a RegExp", { [Symbol.toStringTag]: "RegExp" }, "origin", /^invalid/],
  ])("%s is refused", (_, origin, path, message) => {
    const [issue] = issuesOf({ origin });
    expect(issue?.path).toBe(path);
    expect(issue?.message).toMatch(message);
  });

  test("a billion holes are one problem, found at the first of them", () => {
    const read: PropertyKey[] = [];
    const origin = new Proxy(holed({ length: 1e9 }), {
      get: (list, name) => (read.push(name), Reflect.get(list, name)),
      has: (list, name) => (read.push(name), Reflect.has(list, name)),
    });
    expect(issuesOf({ origin })).toHaveLength(1);
    expect(new Set(read)).toEqual(new Set(["length", "0"]));
    expect(read.length).toBeLessThan(20);
  });

  test.each<[string, object]>([
    ["credentials", { credentials: new Boolean(true) }],
    ["refuseDenied", { refuseDenied: new Boolean(false) }],
    ["maxAge", { maxAge: new Number(5) }],
    ["maxAge", { maxAge: Number.NaN }],
    ["allowMethods", { allowMethods: new Set(["PUT"]) }],
    ["allowMethods[1]", { allowMethods: holed({ 0: "PUT", 2: "GET" }) }],
    ["allowHeaders", { allowHeaders: new String("x-a") }],
    ["exposeHeaders[0]", { exposeHeaders: [["x-a"]] }],
  ])("%s: %o is refused", (path, option) => {
    expect(issuesOf({ origin: "https://a.example", ...option }).map((issue) => issue.path)).toEqual(
      [path],
    );
  });

  test("P2: a list of * alone is *", () => {
    expect(createCors({ origin: ["*"] } as never).options.origin).toBe("*");
    expect(messageFor({ origin: ["*"], credentials: true })).toMatch(/^incompatible "\*"/);
    expect(messageFor({ origin: ["*", "https://a.example"] })).toMatch(
      /^prohibited "\*" in a list/,
    );
  });
});

describe("P7 to P9: names", () => {
  test.each<[object, string]>([
    [{ allowHeaders: ["a, b"] }, '"a", "b"'],
    [{ allowHeaders: "X-A,X-B" }, '"X-A", "X-B"'],
    [{ allowMethods: "GET, PUT" }, '"GET", "PUT"'],
    [{ exposeHeaders: ["x-a x-b"] }, '"x-a", "x-b"'],
  ])("%o: several names in one text are told apart", (option, cure) => {
    expect(messageFor({ origin: "*", ...option })).toContain(`several in one text; write ${cure}`);
  });
});
