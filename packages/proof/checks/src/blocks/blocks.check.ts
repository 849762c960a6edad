import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pages } from "../pages.ts";
import { run, succeed } from "../run.ts";
import { type Block, blocksOf } from "./block.ts";
import { httpProblem, jsoncProblem, jsonProblem, yamlProblem } from "./data.ts";
import { optionExamples } from "./examples.ts";
import { excerptProblem } from "./excerpt.ts";
import { createProject, writeSettings } from "./project.ts";
import { isScript, runs, scriptOf, sourceOf } from "./scripts.ts";

type Check = (code: string) => string | undefined;

/** What is checked without being compiled. CONTRIBUTING.md has the markers. */
const CHECKS: Readonly<Record<string, Check>> = {
  http: httpProblem,
  json: jsonProblem,
  jsonc: jsoncProblem,
  // Commands; those that matter are run where a test shows what they print.
  sh: () => undefined,
  // Words that a program says, or a picture of characters.
  text: () => undefined,
  yaml: yamlProblem,
};

const TIME_LIMIT_MS = 180_000;

const blocks = pages().flatMap(blocksOf);
const scripts = blocks.filter(isScript).map(scriptOf);
const examples = [...Map.groupBy(optionExamples(), ({ host }) => host)];
const byProject = [...Map.groupBy(scripts, ({ project }) => project)];

describe("code blocks", () => {
  test.each(blocks.map((block) => [block.name, block] as const))("%s", (_, block) => {
    expect(blockProblem(block)).toBeUndefined();
  });
});

describe("examples of options", () => {
  const folder = mkdtempSync(join(tmpdir(), "crossgate-options-"));

  beforeAll(() => createProject(folder));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(examples)("for %s compile, and wrong ones do not", async (host, own) => {
    for (const { file, source } of own) writeFileSync(join(folder, file), source);
    const files = own.map(({ file }) => file);
    expect(await run(["tsc", "-p", writeSettings(folder, host, files)])).toEqual({
      code: 0,
      output: "",
    });
  });
});

describe("scripts", () => {
  const folder = mkdtempSync(join(tmpdir(), "crossgate-docs-"));

  beforeAll(() => {
    createProject(folder);
    for (const { block, file } of scripts) writeFileSync(join(folder, file), sourceOf(block));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(byProject)("for %s compile", async (project, own) => {
    const settings = writeSettings(
      folder,
      project,
      own.map(({ file }) => file),
    );
    expect(await run(["tsc", "-p", settings])).toEqual({ code: 0, output: "" });
  });

  const running = scripts.filter(({ block }) => runs(block));
  test.concurrent.each(running.map((script) => [script.block.name, script] as const))(
    "%s runs",
    async (_, { block: { prints }, file }) => {
      const command = [process.execPath, file];
      const output = await succeed(command, { cwd: folder, timeLimit: TIME_LIMIT_MS });
      expect(output.trimEnd()).toBe((prints ?? output).trimEnd());
    },
  );
});

function blockProblem(block: Block): string | undefined {
  const { code, language, marker } = block;
  if (marker.kind === "unknown") return `the comment above it is no marker: ${marker.remark}`;
  if (marker.kind === "not checked") return undefined;
  if (marker.kind === "from") return excerptProblem(code, marker.file);
  if (block.prints !== undefined && !(isScript(block) && marker.kind === "none")) {
    return "what does not run prints nothing";
  }
  if (isScript(block)) return undefined;
  if (marker.kind === "given" || marker.kind === "not run") return "only scripts run";
  if (language === "") return "name its language after the fence; what is not code is text";
  const check = Object.hasOwn(CHECKS, language) ? CHECKS[language] : undefined;
  if (check !== undefined) return check(code);
  return `nothing checks ${language}: show a file of the tree <!-- from: path -->, or say <!-- not checked: why -->`;
}
