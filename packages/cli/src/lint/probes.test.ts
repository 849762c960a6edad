import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { attackTexts } from "./attack-texts.ts";
import { lintHere } from "./lint-here.ts";
import { slowOrigin } from "./slow-expressions.ts";
import { literalsOf } from "./written-names.ts";

const folder = mkdtempSync(join(tmpdir(), "crossgate-lint-"));
let files = 0;

/** The codes of what lint finds in a module with this origin. */
async function codesFor(origin: string, before = "", more = ""): Promise<readonly string[]> {
  files += 1;
  const path = join(folder, `policy-${files}.mjs`);
  writeFileSync(path, `${before}\nexport default { origin: ${origin}${more} };`);
  const { warnings, errors } = await lintHere(path, {});
  expect(errors).toEqual([]);
  return warnings.map(({ code }) => code);
}

afterAll(() => rmSync(folder, { recursive: true }));

describe("a function that compares a part of the origin", () => {
  test.each([
    `(o) => o.endsWith("myapp.com")`,
    `(o) => o.endsWith("myapp.co.uk")`,
    `(o) => o.startsWith("https://myapp.com")`,
    `(o) => o.startsWith("https://myapp")`,
    `(o) => o.startsWith("http://localhost")`,
    `(o) => o.includes("myapp.com")`,
    `(o) => o.includes("myapp")`,
    `(o) => o.indexOf("myapp.com") !== -1`,
    `(o) => o.indexOf("https://myapp.com") === 0`,
    `(o) => o.lastIndexOf("myapp.com") > 0`,
    `(o) => /myapp\\.com/.test(o)`,
    `(o) => /myapp\\.com$/.test(o)`,
    `(o) => /^https:\\/\\/myapp\\.com/.test(o)`,
    `(o) => /^https:\\/\\/myapp.com$/.test(o) || /^https:\\/\\/.*myapp\\.com$/.test(o)`,
    `(o) => !!o.match("myapp")`,
    `(o) => o.search(/myapp\\.com/) >= 0`,
    `(o) => new URL(o).hostname.endsWith("myapp.com")`,
    `(o) => new URL(o).hostname.startsWith("myapp.")`,
    `async (o) => o.endsWith("myapp.com")`,
    `(o) => (o.endsWith("myapp.com") ? o : null)`,
    `(o) => allowed.some((each) => o.endsWith(each))`,
    `(o) => allowed.some((each) => o.includes(each))`,
    `(o) => o.slice(-SUFFIX.length) === SUFFIX`,
    `(o) => o.endsWith(".vercel.app")`,
    `(o) => o.endsWith("-team.vercel.app")`,
    `(o) => o !== "https://evil.com"`,
    `(o) => o.startsWith("https://")`,
    `(o) => o === "null"`,
    `(o) => o.startsWith("file:")`,
    `{ origin(o) { return o.endsWith("myapp.com"); } }.origin`,
  ])("%s", async (origin) => {
    const before = `const allowed = ["myapp.com", "other.example"]; const SUFFIX = "myapp.com";`;
    const codes = await codesFor(origin, before);
    expect(
      codes.filter((code) => code === "allows-probe" || code === "shared-hosting"),
    ).not.toEqual([]);
  });

  test.each([
    `(o) => o === "https://myapp.com"`,
    `(o) => o.endsWith(".myapp.com")`,
    `(o) => new URL(o).hostname === "myapp.com"`,
    `(o) => allowed.includes(o)`,
    `(o) => new Set(allowed).has(o)`,
    `(o) => /^https:\\/\\/(?:[\\w-]+\\.)?myapp\\.com$/.test(o)`,
    `(o) => o.startsWith("https://myapp.com:")`,
    `(o) => { if (!allowed.includes(o)) throw new Error("no"); return true; }`,
    `async () => undefined`,
  ])("%s is fine", async (origin) => {
    const before = `const allowed = ["https://myapp.com", "https://other.example"];`;
    expect(await codesFor(origin, before)).toEqual([]);
  });

  test("a function that answers later is asked little", async () => {
    const before = `globalThis.asked = 0; const list = ${JSON.stringify(Array.from({ length: 30 }, (_, index) => `https://name${index}.example`))};`;
    await codesFor(`async (o) => { globalThis.asked += 1; return list.includes(o); }`, before);
    expect((globalThis as { asked?: number }).asked).toBeLessThan(150);
  });
});

describe("an expression that fits more than was meant", () => {
  test.each([
    String.raw`/^https:\/\/.*myapp\.com$/`,
    String.raw`/^https:\/\/[\w.-]*myapp\.co\.uk$/`,
    String.raw`/^https:\/\/myapp\.com.*$/`,
    String.raw`/^https:\/\/[a-z]+\.co\.uk$/`,
    String.raw`/^https:\/\/[a-z0-9-]+\.com\.br$/`,
    String.raw`/^https:\/\/[a-z]+\.vercel\.app$/`,
    String.raw`/^https:\/\/.*-team\.netlify\.app$/`,
    String.raw`/^https:\/\/[\w.-]+\.[a-z]{2,6}$/`,
    String.raw`/^https:\/\/.*\.app$/`,
    String.raw`/^https:\/\/(?!crossgate).*$/`,
    String.raw`/^https:\/\/.*:\d+$/`,
  ])("%s", async (origin) => {
    const codes = await codesFor(`["https://myapp.com", ${origin}]`);
    expect(
      codes.filter((code) => code === "allows-probe" || code === "shared-hosting"),
    ).toHaveLength(1);
  });

  test.each([
    String.raw`/^https:\/\/(?:[\w-]+\.)*myapp\.com$/`,
    String.raw`/^https:\/\/(?:[\w-]+\.)*example\.co\.uk$/`,
    String.raw`/^https:\/\/[a-z]+\.me\.github\.io$/`,
    String.raw`/^https:\/\/pr-\d+\.myapp\.pages\.dev$/`,
  ])("%s is fine", async (origin) => expect(await codesFor(origin)).toEqual([]));
});

const SLOW: readonly RegExp[] = [
  /^https:\/\/([a-z-]+)+\.myapp\.com$/,
  /^https:\/\/([a-z-]+)*\.myapp\.com$/,
  /^https:\/\/(?:[a-z0-9]+-?)+\.myapp\.com$/,
  /^https:\/\/([a-z]+[a-z-]*)+\.myapp\.com$/,
  /^https:\/\/(\w|[a-z0-9])+\.myapp\.com$/,
  /^https:\/\/(?:a|b|ab)+\.myapp\.com$/,
  /^https:\/\/(?:a+a+)+\.myapp\.com$/,
  /^https:\/\/(?:[\w-]+\.?)+myapp\.com$/,
  /^https:\/\/(?:\w+\.?)*\.myapp\.com$/,
  /^https:\/\/myapp-(?:[a-z]+)+\.vercel\.app$/,
  /^https:\/\/(?:pr|branch)-(?:\d+)*-x\.vercel\.app$/,
  /^https:\/\/(?:(?:[a-z]+)+\.)+myapp\.com$/,
  /^https:\/\/(.*)*\.myapp\.com$/,
  /^https:\/\/(?:.+)+:3000$/,
  /^https:\/\/(?=(?:[a-z]+)+\.x).*\.myapp\.com$/,
  /^HTTPS:\/\/([A-Z]+)+\.MYAPP\.COM$/i,
  /^https:\/\/(\p{Ll}+)+\.myapp\.com$/u,
  /^https:\/\/.*.*.*.*.*.*\.myapp\.com:1$/,
];

const FAST: readonly RegExp[] = [
  /^https:\/\/myapp\.com$/,
  /^https:\/\/[a-z-]+\.myapp\.com$/,
  /^https:\/\/(?:[\w-]+\.)*myapp\.com$/,
  /^https:\/\/(?:[a-z]+-)*[a-z]+\.myapp\.com$/,
  /^https:\/\/.*\.myapp\.com$/,
  /^https:\/\/app-[a-z0-9-]+-team\.vercel\.app$/,
  /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?$/,
  /^https:\/\/\d{1,3}(?:\.\d{1,3}){3}$/,
];

describe("an expression that takes time", () => {
  test.each(SLOW)("%s is slow", async (expression) => {
    expect(attackTexts(expression)).toContain(await slowOrigin(expression));
  });

  test.each(FAST)("%s is not", async (expression) => {
    expect(await slowOrigin(expression)).toBeUndefined();
  });

  test("lint finds it in a list and in a function, and does not hang", async () => {
    const slow = String.raw`/^https:\/\/([a-z-]+)+\.myapp\.com$/`;
    expect(await codesFor(slow)).toEqual(["slow-expression"]);
    expect(
      await codesFor(`["https://myapp.com", ${slow}]`, "", ", credentials: true, allowHeaders: []"),
    ).toEqual(["slow-expression"]);
    expect(await codesFor(`(o) => ${slow}.test(o)`)).toEqual(["slow-expression"]);
  });
});

describe("what a program compares with", () => {
  test("texts and expressions, and no paths, modules or sentences", () => {
    const program = `import x from "node:fs"; import y from "./z.js";
      const a = 'https://a.example', b = \`b.example\`, c = "a sentence, of words";
      const d = /^https:\\/\\/[/]d\\.example$/iu; const e = 4 / 2 / 1; const f = "word";`;
    expect(literalsOf(program)).toEqual([
      "https://a.example",
      "b.example",
      String.raw`^https:\/\/[/]d\.example$`,
      "word",
    ]);
  });
});
