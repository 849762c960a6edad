import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "./workspace.ts";

/** One file that breaks, or keeps, a direction; and the rule that must, or must not, bite. */
interface Planted {
  readonly file: string;
  readonly source: string;
  readonly rule?: string;
}

const IMPORTS = "no-restricted-imports";

/** Some of what core must not lean on; the rule names what it may, so that nothing is forgotten. */
const GLOBALS = (
  "window document self process Buffer global Deno Bun setTimeout queueMicrotask fetch " +
  "TextEncoder crypto structuredClone caches navigator"
).split(" ");

const PLANTED: readonly Planted[] = [
  { file: "core/src/good-value.ts", source: `export const good = new URL("https://a.test");` },
  { file: "core/src/good-name.ts", source: `export { good } from "./good-value.ts";` },
  {
    file: "core/src/fetch/up.ts",
    source: `export { good } from "../good-value.ts";`,
    rule: IMPORTS,
  },
  { file: "core/src/fetch/package.ts", source: `export { z } from "zod";`, rule: IMPORTS },
  { file: "core/src/fetch/good.ts", source: `export { good } from "./good-token.ts";` },
  { file: "core/src/fetch/good-token.ts", source: `export const good = /a/;` },
  { file: "core/src/package.ts", source: `export { Hono } from "hono";`, rule: IMPORTS },
  { file: "core/src/node.ts", source: `export { inspect } from "node:util";`, rule: IMPORTS },
  {
    file: "core/src/far.ts",
    source: `export { withCors } from "../../bun/src/index.ts";`,
    rule: IMPORTS,
  },
  {
    file: "core/src/around.ts",
    source: `export const a = globalThis;`,
    rule: "no-restricted-globals",
  },
  ...GLOBALS.map((name) => ({
    file: `core/src/global-${name}.ts`,
    source: `export const a = ${name};`,
    rule: "no-undef",
  })),
  { file: "core/src/cycle-a.ts", source: `export * from "./cycle-b.ts";`, rule: "no-cycle" },
  { file: "core/src/cycle-b.ts", source: `export * from "./cycle-a.ts";`, rule: "no-cycle" },
  { file: "core/src/good.test.ts", source: `export { readFileSync } from "node:fs";` },
  {
    file: "hono/src/sibling.ts",
    source: `export { withCors } from "@crossgate/bun";`,
    rule: IMPORTS,
  },
  { file: "hono/src/far.ts", source: `export { a } from "../../core/src/cors.ts";`, rule: IMPORTS },
  { file: "hono/src/other-host.ts", source: `export { a } from "next/server";`, rule: IMPORTS },
  { file: "hono/src/good.ts", source: `export { Hono } from "hono";` },
  { file: "hono/src/good-core.ts", source: `export { createCors } from "@crossgate/core";` },
  { file: "proof/bench/entries/node.ts", source: `export { a } from "../src/a.ts";` },
  { file: "proof/bench/src/a.ts", source: `export const a = 1;` },
  {
    file: "proof/bench/src/deep/far.ts",
    source: `export { a } from "../../../../core/src/cors.ts";`,
    rule: IMPORTS,
  },
  {
    file: "proof/bench/src/packages.ts",
    source: `export { a } from "../../../../packages/core/x.ts";`,
    rule: IMPORTS,
  },
  {
    file: "proof/bench/src/far.ts",
    source: `export { a } from "../../../core/src/cors.ts";`,
    rule: IMPORTS,
  },
];

/** Its own tree, so that nothing broken ever lies in the real one. */
const tree = mkdtempSync(join(tmpdir(), "crossgate-lint-"));
let found: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  const config: object = JSON.parse(readFileSync(join(ROOT, ".oxlintrc.json"), "utf8"));
  // The planted files belong to no TypeScript project, and the directions need no types.
  writeFileSync(join(tree, ".oxlintrc.json"), JSON.stringify({ ...config, options: {} }));
  for (const { file, source } of PLANTED) {
    const path = join(tree, "packages", file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${source}\n`);
  }
  found = lint();
});

afterAll(() => rmSync(tree, { recursive: true }));

describe("import directions", () => {
  test.each(PLANTED.filter(({ rule }) => rule !== undefined))(
    "$file breaks $rule",
    ({ file, rule }) => expect(found.get(file)).toContain(rule),
  );

  test.each(PLANTED.filter(({ rule }) => rule === undefined))("$file is fine", ({ file }) =>
    expect(found.get(file)).toBeUndefined(),
  );
});

/** The rules that bit, by file. */
function lint(): ReadonlyMap<string, readonly string[]> {
  const { stdout } = spawnSync(join(ROOT, "node_modules/.bin/oxlint"), ["--format", "json"], {
    cwd: tree,
    encoding: "utf8",
  });
  const { diagnostics }: { diagnostics: readonly { code: string; filename: string }[] } =
    JSON.parse(stdout);
  const rules = new Map<string, string[]>();
  for (const { code, filename } of diagnostics) {
    const file = filename.slice("packages/".length);
    const rule = /\((.+)\)/.exec(code)?.[1] ?? code;
    rules.set(file, [...(rules.get(file) ?? []), rule]);
  }
  return rules;
}
