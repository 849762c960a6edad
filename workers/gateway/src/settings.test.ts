import { describe, expect, it } from "vitest";
import type { Env } from "./env.ts";
import { settingsOf } from "./settings.ts";

const UPSTREAM = "https://api.example.com";
const GOOD: Env = { UPSTREAM, ALLOWED_ORIGINS: "https://myapp.com" };

function refusal(env: object): string {
  try {
    settingsOf({ ...env });
  } catch (error) {
    return String(error);
  }
  throw new Error("not refused");
}

describe("settingsOf", () => {
  it("has safe defaults", () => {
    const { policy, upstream, ...rest } = settingsOf(GOOD);
    expect(rest).toMatchObject({
      passCookies: false,
      passAuthorization: true,
      passOrigin: false,
      timeout: 30_000,
      cache: true,
    });
    expect(upstream).toMatchObject({ href: `${UPSTREAM}/` });
    expect(policy.options).toMatchObject({
      origin: ["https://myapp.com"],
      credentials: false,
      refuseDenied: true,
    });
  });

  it("reads an env once", () => {
    expect(settingsOf(GOOD)).toBe(settingsOf(GOOD));
  });

  it("takes text and JSON alike", () => {
    const text = settingsOf({
      ...GOOD,
      ALLOWED_ORIGINS: "https://a.com, https://*.a.com",
      ALLOW_METHODS: "GET PUT",
      ALLOW_CREDENTIALS: "true",
      MAX_AGE: "7200",
    });
    const json = settingsOf({
      ...GOOD,
      ALLOWED_ORIGINS: ["https://a.com", "https://*.a.com"],
      ALLOW_METHODS: ["GET", "PUT"],
      ALLOW_CREDENTIALS: true,
      MAX_AGE: 7200,
    });
    expect(JSON.stringify(text)).toBe(JSON.stringify(json));
    expect(text.passCookies).toBe(true);
  });

  it.each(["*", " * ", '["*"]', ["*"]])("makes one response for everyone of %j", (origins) => {
    const { policy } = settingsOf({ ...GOOD, ALLOWED_ORIGINS: origins });
    expect(policy.options).toMatchObject({ origin: "*", refuseDenied: false });
  });

  it("takes JSON in a text for each list, as a dashboard holds it", () => {
    const { policy } = settingsOf({
      ...GOOD,
      ALLOW_METHODS: '["GET", "PUT"]',
      ALLOW_HEADERS: "[]",
      EXPOSE_HEADERS: ' ["x-a"]\n',
    });
    expect(policy.options).toMatchObject({
      allowMethods: ["GET", "PUT"],
      allowHeaders: [],
      exposeHeaders: ["x-a"],
    });
  });

  it("takes a regular expression between slashes", () => {
    const expression = String.raw`/^https:\/\/app-[a-z0-9-]+-team\.vercel\.app$/`;
    const { policy } = settingsOf({ ...GOOD, ALLOWED_ORIGINS: `https://a.com ${expression}` });
    expect(policy.allows("https://app-git-main-team.vercel.app")).toBe(true);
    expect(policy.allows("https://a.com")).toBe(true);
    expect(policy.allows("https://app-team.vercel.app.evil.com")).toBe(false);
  });

  it("takes a comma and flags in an expression", () => {
    const expressions = String.raw`/^https:\/\/pr-\d{1,3}\.a\.com$/, https://a.com /^https:\/\/[b-z]{2,4}\.a\.com$/i`;
    const { policy } = settingsOf({ ...GOOD, ALLOWED_ORIGINS: expressions });
    const allowed = ["https://pr-12.a.com", "https://a.com", "https://beto.a.com"];
    expect(allowed.filter((origin) => policy.allows(origin) === true)).toEqual(allowed);
    expect(policy.allows("https://pr-1234.a.com")).toBe(false);
    expect(policy.options.origin).toHaveLength(3);
  });

  it("takes a flag or a number behind which a pipe has put a line feed", () => {
    const { policy, cache } = settingsOf({ ...GOOD, CACHE: "false\n", MAX_AGE: " 7\r\n" });
    expect([cache, policy.options.maxAge]).toEqual([false, 7]);
  });

  it.each<[Partial<Record<string, unknown>>, RegExp]>([
    [{ UPSTREAM: undefined }, /\n {2}UPSTREAM: missing/u],
    [{ UPSTREAM: null }, /\n {2}UPSTREAM: no URL/u],
    [{ CACHE: "" }, /\n {2}CACHE: empty; leave it out for the default$/mu],
    [{ ALLOWED_ORIGINS: "/^https:\\/\\/a\\.com$/q" }, /\n {2}ALLOWED_ORIGINS: invalid .*flags/u],
    [{ ALLOWED_ORIGINS: undefined }, /\n {2}ALLOWED_ORIGINS: missing/u],
    [{ ALLOWED_ORIGINS: "" }, /\n {2}ALLOWED_ORIGINS: missing/u],
    [{ ALLOWED_ORIGINS: [] }, /\n {2}ALLOWED_ORIGINS: missing/u],
    [{ ALLOWED_ORIGINS: 7 }, /\n {2}ALLOWED_ORIGINS: invalid 7, neither/u],
    [
      { ALLOWED_ORIGINS: "https://a.com, https://B.com/" },
      /\n {2}ALLOWED_ORIGINS\[1\]: invalid "https:\/\/B\.com\/".*; write "https:\/\/b\.com"/u,
    ],
    [{ ALLOWED_ORIGINS: "/^https:(/" }, /\n {2}ALLOWED_ORIGINS: invalid \/\^https:\(\//u],
    [
      { ALLOWED_ORIGINS: "/a/" },
      /\n {2}ALLOWED_ORIGINS\[0\]: invalid \/a\/; write it from \^ to \$/u,
    ],
    [
      { ALLOWED_ORIGINS: "*", ALLOW_CREDENTIALS: "true" },
      /\n {2}ALLOWED_ORIGINS: incompatible "\*" with ALLOW_CREDENTIALS: true/u,
    ],
    [
      { ALLOWED_ORIGINS: "http://a.com", ALLOW_CREDENTIALS: true },
      /\n {2}ALLOWED_ORIGINS\[0\]: prohibited .*DANGEROUSLY_ALLOW_INSECURE_ORIGINS/u,
    ],
    [{ ALLOW_CREDENTIALS: "yes" }, /\n {2}ALLOW_CREDENTIALS: invalid "yes"; write true or false/u],
    [{ ALLOW_METHODS: "patch" }, /\n {2}ALLOW_METHODS\[0\]: prohibited "patch"/u],
    [{ ALLOW_METHODS: "" }, /\n {2}ALLOW_METHODS: empty; leave it out .* or write \[\]/u],
    [{ ALLOW_HEADERS: 7 }, /\n {2}ALLOW_HEADERS: invalid 7; write a list/u],
    [{ ALLOW_HEADERS: "[x-a]" }, /\n {2}ALLOW_HEADERS: invalid "\[x-a\]"; write a list/u],
    [{ ALLOW_HEADERS: "[7]" }, /\n {2}ALLOW_HEADERS: invalid "\[7\]"; write a list/u],
    [{ EXPOSE_HEADERS: "set-cookie" }, /\n {2}EXPOSE_HEADERS\[0\]: forbidden/u],
    [{ MAX_AGE: "1h" }, /\n {2}MAX_AGE: invalid "1h"; write a whole number from 0 to 86400/u],
    [{ UPSTREAM_TIMEOUT: 0 }, /\n {2}UPSTREAM_TIMEOUT: invalid 0; .* from 1 to 600/u],
    [{ CACHE: 1 }, /\n {2}CACHE: invalid 1; write true or false/u],
    [
      { ALLOWED_ORIGIN: "https://a.com" },
      /\n {2}ALLOWED_ORIGIN: unknown setting; .*ALLOWED_ORIGINS/u,
    ],
  ])("refuses %j by its name", (env, message) => {
    expect(refusal({ ...GOOD, ...env })).toMatch(message);
  });

  it("tells all problems at once", () => {
    const told = refusal({ UPSTREAM: "api", ALLOWED_ORIGINS: "null", MAX_AGE: -1, CACHES: true });
    expect(told.match(/\n {2}[A-Z_]+/gu)).toEqual([
      "\n  UPSTREAM",
      "\n  MAX_AGE",
      "\n  ALLOWED_ORIGINS",
      "\n  CACHES",
    ]);
  });

  it("says nothing of bindings that it does not know", () => {
    expect(settingsOf({ ...GOOD, ASSETS: { fetch() {} } } as Env).cache).toBe(true);
  });
});
