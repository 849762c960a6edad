import { describe, expect, test } from "vitest";
import { CorsConfigError } from "../config-error.ts";
import { createCors } from "../cors.ts";
import type { CorsOptions } from "../options.ts";

/** As `ConfigIssue` lists them. */
const CODES = ["missing", "invalid", "forbidden", "prohibited", "incompatible", "unknown"];

function refusalOf(options: unknown): CorsConfigError {
  try {
    createCors(options as CorsOptions);
  } catch (error) {
    if (error instanceof CorsConfigError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

/** What the error says to write in place of an origin: a pattern in quotes, or a RegExp literal. */
function offerFor(origin: string): string | RegExp | undefined {
  const { issues } = refusalOf({ origin: [origin] });
  const message = issues[0]?.message ?? "";
  const [, offer = ""] = /; write (".*?"|\/\^.*\$\/)(?:$|, or set )/.exec(message) ?? [];
  const [, source] = /^\/(.*)\/$/.exec(offer) ?? [];
  if (source !== undefined) return new RegExp(source);
  return offer === "" ? undefined : (JSON.parse(offer) as string);
}

describe("P3: the canonical form is offered, and accepted", () => {
  test.each([
    ["https://Example.com/", "https://example.com"],
    ["HTTPS://example.com", "https://example.com"],
    [" https://example.com ", "https://example.com"],
    ["\ufeffhttps://example.com\r\n", "https://example.com"],
    [` "https://example.com", `, "https://example.com"],
    ["https://example.com:443", "https://example.com"],
    ["http://localhost:80", "http://localhost"],
    ["https://example.com/path?query#fragment", "https://example.com"],
    ["https://user:password@example.com", "https://example.com"],
    ["example.com", "https://example.com"],
    ["localhost:3000", "http://localhost:3000"],
    ["bücher.example", "https://xn--bcher-kva.example"],
    ["https://*.Bücher.example:*", "https://*.xn--bcher-kva.example:*"],
    ["https://127.1", "https://127.0.0.1"],
    ["http://[0:0:0:0:0:0:0:1]:8080", "http://[::1]:8080"],
    ["https://*.Example.com/", "https://*.example.com"],
    ["CAPACITOR://localhost", "capacitor://localhost"],
  ])("%s → %s", (written, canonical) => {
    expect(offerFor(written)).toBe(canonical);
    expect(() => createCors({ origin: [canonical as "https://x"] })).not.toThrow();
  });

  test.each(["http://example.com", "http://*.example.com:*"])(
    "P6: https is advised for %s with credentials",
    (origin) => {
      const { issues } = refusalOf({ origin, credentials: true });
      expect(issues[0]?.message).toMatch(/^prohibited .*; write https:, or set dangerously/);
    },
  );
});

describe("P3: a RegExp is offered for a * inside a label, and accepted", () => {
  test.each([
    ["https://app-*-team.vercel.app", "https://app-git-x9-team.vercel.app"],
    ["https://*-team.vercel.app", "https://branch-team.vercel.app"],
    ["https://pr-*.myapp.pages.dev", "https://pr-12.myapp.pages.dev"],
  ] as const)("%s", (written, inhabitant) => {
    const expression = offerFor(written);
    expect(expression).toBeInstanceOf(RegExp);
    const cors = createCors({ origin: expression as RegExp, credentials: true });
    expect(cors.allows(inhabitant)).toBe(true);
    for (const host of ["evil.com", "x.evil.com", "vercelxapp", "vercel.app.evil.com"]) {
      expect(cors.allows(inhabitant.replace(/\.[a-z.]+(?=$|:)/, `.${host}`))).toBe(false);
    }
  });

  test.each([
    "https://*example.com",
    "https://foo*.com",
    "https://*",
    "https://*.com",
    "*://a.example",
  ])("none that would admit strangers: %s", (written) =>
    expect(offerFor(written)).not.toBeInstanceOf(RegExp),
  );
});

describe("P1: a message is fit for a log", () => {
  test("no function tells its source", () => {
    const secret = (): string => "hunter2";
    expect(refusalOf({ origin: [secret], allowMethods: secret }).message).not.toContain("hunter2");
  });

  // A look at every later character from each one takes minutes, and is over this time on any machine.
  test.each([" ", ",", "*", ".", "/", "\\", "-", "a"])(
    "400,000 of %j, which are no pattern, are refused in one pass",
    { timeout: 60_000 },
    (filler) => {
      expect(refusalOf({ origin: `${filler.repeat(400_000)}a b` }).issues).toHaveLength(1);
    },
  );
});

describe("P1: every message says what to write", () => {
  test("an origin in place of options is one problem, and not one for each letter", () => {
    expect(refusalOf("https://myapp.com").issues.map(({ path }) => path)).toEqual(["origin"]);
  });

  test.each<[string, unknown]>([
    ["no object", undefined],
    ["null", null],
    ["an origin in place of options", "https://myapp.com"],
    ["no origin", {}],
    ["an unset variable", { origin: undefined }],
    ["an empty text", { origin: "" }],
    ["an empty list", { origin: [] }],
    ["an empty list of own origins", { origin: "*", selfOrigins: [] }],
    ["a boolean", { origin: true }],
    ["an object without a prototype", { origin: [Object.create(null)] }],
    ["a symbol", { origin: [Symbol("origin")] }],
    ["a bare dot", { origin: /^https:\/\/a.example$/ }],
    ["no anchor", { origin: /a\.example$/ }],
    ["everything, with credentials", { origin: /^.*$/, credentials: true }],
    ["a star with credentials", { origin: "*", credentials: true }],
    ["a forbidden method", { origin: "*", allowMethods: ["trace"] }],
    ["patch", { origin: "*", allowMethods: ["Patch"] }],
    ["two names in one", { origin: "*", allowMethods: "GET,PUT" }],
    ["a forbidden header", { origin: "*", allowHeaders: ["Cookie"] }],
    ["a header of responses", { origin: "*", allowHeaders: ["access-control-allow-origin"] }],
    ["a cookie", { origin: "*", exposeHeaders: ["Set-Cookie"] }],
    ["NaN", { origin: "*", maxAge: Number.NaN }],
    ["a text for a number", { origin: "*", maxAge: "600" }],
    ["a status", { origin: "*", preflightStatus: 304 }],
    ["a hook that is none", { origin: "*", onVerdict: "log" }],
    ["an unknown option", { origin: "*", nonsense: 1 }],
    ["a prototype's name", { origin: "*", constructor: 1 }],
  ])("%s", (_, options) => {
    const { issues, message: whole } = refusalOf(options);
    expect(issues.length).toBeGreaterThan(0);
    for (const { code, message, path } of issues) {
      const [word] = message.split(" ");
      expect(CODES).toContain(word);
      expect(code).toBe(word);
      expect(message).toMatch(/; (?:write|leave|list|name|it|its) ?\S/);
      expect(whole).toContain(`${path}: ${message}`);
    }
  });
});
