import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { COMPILERS } from "./compilers.ts";
import { codeBlocks, readPage } from "./markdown.ts";
import { run } from "./run.ts";
import { ROOT } from "./workspace.ts";

/** Each policy of the page, with the compiler's words under it. */
const PAGE = "docs/compile-errors.md";

/** Texts that a person reads at once: no wall of overloads, no list of everything that a type may be. */
const LONGEST_TEXT = 1000;

const blocks = codeBlocks(readPage(PAGE));
const policies = blocks.filter(({ language }) => language === "ts").map(({ code }) => code);
const quoted = blocks.filter(({ language }) => language === "text").map(({ code }) => code);

// Inside the package, so that imports are found as in a user's project.
const modules = join(ROOT, "packages/proof/checks/node_modules/.cache");
mkdirSync(modules, { recursive: true });
const folder = mkdtempSync(join(modules, "compile-errors-"));
afterAll(() => rmSync(folder, { recursive: true }));

const compilerOptions = {
  target: "es2022",
  module: "nodenext",
  lib: ["es2023", "dom"],
  types: [],
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  skipLibCheck: false,
};
writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
for (const [index, policy] of policies.entries()) {
  writeFileSync(join(folder, `policy-${index}.ts`), `${policy}\nexport {};\n`);
}

const said = new Map<string, readonly string[]>();
for (const [compiler, path] of Object.entries(COMPILERS)) {
  const { output } = await run([process.execPath, path, "-p", folder]);
  said.set(
    compiler,
    policies.map((_, index) => textFor(output, index)),
  );
}

describe.each([...said])("%s", (compiler, texts) => {
  test.each(Array.from(texts.entries()))("refuses policy %i of the page, readably", (_, text) => {
    expect(text).toMatch(/^error TS\d+: /);
    expect(text.length).toBeLessThan(LONGEST_TEXT);
  });

  test("says what it said before", async () => {
    const parts = texts.map((text, index) => `${policies[index]}\n\n${sorted(text)}\n`);
    const file = `../snapshots/compile-errors.${compiler.toLowerCase().replace(" ", "-")}.txt`;
    await expect(parts.join("\n---\n\n")).toMatchFileSnapshot(file);
  });
});

test("the page quotes TypeScript 7", () =>
  expect(quoted.map(sorted)).toEqual(said.get("TypeScript 7")?.map(sorted)));

/** With the members of unions in one order: a compiler's own depends on what it has seen before. */
function sorted(text: string): string {
  return text.replace(
    /'[^'\n]*\|[^'\n]*'/g,
    (union) => `'${union.slice(1, -1).split(" | ").toSorted().join(" | ")}'`,
  );
}

/** What the compiler says of one file, without the place. */
function textFor(output: string, index: number): string {
  const lines = output.split("\n");
  const start = lines.findIndex((line) => line.includes(`policy-${index}.ts(`));
  if (start < 0) return "nothing";
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !line.startsWith(" "));
  const first = lines[start]?.replace(/^.*?: error/, "error") ?? "";
  return [first, ...(end < 0 ? rest : rest.slice(0, end))].join("\n").trim();
}
