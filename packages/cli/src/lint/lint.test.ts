import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { UsageError } from "../usage-error.ts";
import { lint } from "./lint.ts";
import { hasSuffixesBelow } from "./suffix-ancestor.ts";

const folder = mkdtempSync(join(tmpdir(), "crossgate-lint-"));
let files = 0;

function policy(source: string): string {
  files += 1;
  const path = join(folder, `policy-${files}.mjs`);
  writeFileSync(path, source);
  return path;
}

afterAll(() => rmSync(folder, { recursive: true }));

describe("what lint warns of", () => {
  it.each([
    ["public-suffix", `{ origin: "https://*.co.uk" }`],
    ["public-suffix-ancestor", `{ origin: "https://*.amazonaws.com" }`],
    ["shared-hosting", `{ origin: ["https://*.github.io", "https://myapp.com"] }`],
    ["shared-hosting", `{ origin: "https://codepen.io" }`],
    ["shared-hosting", `{ origin: /^https:\\/\\/app-[a-z0-9-]+-team\\.vercel\\.app$/ }`],
    ["shared-hosting", `{ origin: /^https:\\/\\/(?:a|b)\\.vercel\\.app$/ }`],
    ["http-origin", `{ origin: "http://myapp.com" }`],
    ["localhost", `{ origin: ["https://myapp.com", "http://localhost:*"] }`],
    ["max-age-long", `{ origin: "https://myapp.com", maxAge: 86400 }`],
    ["max-age-zero", `{ origin: "https://myapp.com", maxAge: 0 }`],
    ["wildcard-headers-with-credentials", `{ origin: "https://myapp.com", credentials: true }`],
    ["allows-probe", `{ origin: () => true }`],
    ["allows-probe", `{ origin: [/^https:\\/\\/[a-z.-]+$/] }`],
  ])("%s: %s", async (code, options) => {
    const { verdict, warnings } = await lint(policy(`export default ${options};`));
    expect(verdict).toBe("warnings");
    expect(warnings.map((warning) => warning.code)).toContain(code);
  });

  it("is silent about a careful policy", async () => {
    const options = `{ origin: ["https://myapp.com", "https://*.myapp.com", "https://me.github.io", /^https:\\/\\/app\\.vercel\\.app$/, /^https:\\/\\/pr-\\d+\\.me\\.pages\\.dev$/, /^https:\\/\\/[a-z]+\\.myapp\\.com$/] }`;
    expect(await lint(policy(`export default ${options};`))).toMatchObject({ verdict: "clean" });
  });

  it("is silent about a function that compares, or throws at strangers", async () => {
    const sources = [
      `(origin) => origin === "https://myapp.com"`,
      `async (origin) => { if (!origin.endsWith("//myapp.com")) throw new Error("no"); return true; }`,
    ];
    const reports = sources.map((origin) => lint(policy(`export default { origin: ${origin} };`)));
    for (const report of await Promise.all(reports)) expect(report.warnings).toEqual([]);
  });

  it.each([
    ["later", `await wait(); if (origin !== PAGE) throw new Error("no"); return true;`],
    [
      "in what no one awaits",
      `void wait().then(() => { throw new Error("no"); }); await wait(); return origin === PAGE;`,
    ],
  ])("is silent about a function that rejects %s", async (_, body) => {
    const program = `const PAGE = "https://myapp.com"; const wait = () => new Promise((go) => setTimeout(go, 1));`;
    const report = await lint(
      policy(`${program} export default { origin: async (origin) => { ${body} } };`),
    );
    expect(report).toMatchObject({ verdict: "clean" });
  });
});

describe("what lint reads", () => {
  it("takes anything shaped like a Cors", async () => {
    const cors = `{ check() {}, options: { origin: "https://myapp.com" } }`;
    const { allows } = await lint(policy(`export default ${cors};`));
    expect(allows[0]).toContain("https://myapp.com");
  });

  it("gives the errors of createCors", async () => {
    const report = await lint(policy(`export default { origin: "*", credentials: true };`));
    expect(report).toMatchObject({ verdict: "invalid", allows: [] });
    expect(report.errors.map(({ code }) => code)).toEqual(["incompatible"]);
  });

  it.each(["export const policy = {};", "export default [];", "syntax error"])(
    "refuses a module that is none: %s",
    async (source) => {
      await expect(lint(policy(source))).rejects.toThrow(UsageError);
    },
  );
});

it("knows what lies above public suffixes", () => {
  expect(hasSuffixesBelow("amazonaws.com")).toBe(true);
  expect(hasSuffixesBelow("myapp.com")).toBe(false);
});
