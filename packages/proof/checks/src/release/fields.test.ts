import { expect, test } from "vitest";
import { publishablePackages, type WorkspacePackage } from "../workspace.ts";
import { dependencyProblem } from "./dependencies.ts";
import { fieldProblem, repositoryProblem } from "./fields.ts";
import { inStep } from "./jsr.ts";

const CORE = publishablePackages().find(({ name }) => name === "@crossgate/core");

function core(change: Partial<WorkspacePackage["manifest"]> = {}): WorkspacePackage {
  if (CORE === undefined) throw new Error("there is no core");
  return { ...CORE, manifest: { ...CORE.manifest, ...change } };
}

test("core is as it must be", () => {
  expect(fieldProblem(core())).toBeUndefined();
  expect(dependencyProblem(core())).toBeUndefined();
});

test.each([
  [{ license: "ISC" }, "license"],
  [{ keywords: ["fetch"] }, "keywords"],
  [{ sideEffects: ["./dist/index.js"] }, "sideEffects"],
  [{ files: ["dist", "src"] }, "files"],
  [{ publishConfig: { ...core().manifest.publishConfig, provenance: false } }, "provenance"],
  [{ exports: { ".": "./src/cors.ts" } }, `exports["."]`],
])("a package.json with %j is not", (change, problem) => {
  expect(fieldProblem(core(change))).toContain(problem);
});

test.each([
  [{ dependencies: { zod: "4.0.0" } }, "not agreed to: zod"],
  [{ optionalDependencies: { zod: "4.0.0" } }, "not agreed to: zod"],
])("nothing comes along with core: %j", (change, problem) => {
  expect(dependencyProblem(core(change))).toContain(problem);
});

const HOME = { type: "git", url: "git+https://github.com/owner/name.git" };

test.each([
  [undefined, undefined],
  ["owner/name", { ...HOME, directory: "packages/core" }],
])("in %s, repository may be %j", (home, repository) => {
  expect(repositoryProblem(core(repository && { repository }), home)).toBeUndefined();
});

test.each([
  ["owner/name", undefined],
  ["owner/name", { ...HOME, directory: "packages/hono" }],
  ["other/name", { ...HOME, directory: "packages/core" }],
  [undefined, { ...HOME, directory: "packages/core" }],
])("in %s, repository may not be %j", (home, repository) => {
  expect(repositoryProblem(core(repository && { repository }), home)).toContain("repository");
});

test("jsr.json follows package.json", () => {
  const jsr = {
    name: "@crossgate/core",
    version: "0.0.0",
    license: "MIT",
    exports: "./src/index.ts",
    imports: { "@crossgate/core": "jsr:@crossgate/core@^0.0.0", "@std/fs": "jsr:@std/fs@^1.0.0" },
    publish: { include: [] },
  };
  expect(inStep(jsr, core({ version: "1.2.3" }))).toEqual({
    ...jsr,
    version: "1.2.3",
    imports: { ...jsr.imports, "@crossgate/core": "jsr:@crossgate/core@^1.2.3" },
  });
});
