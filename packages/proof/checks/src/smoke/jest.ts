import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { run } from "../run.ts";
import type { Tarball } from "../tarball.ts";
import { ROOT } from "../workspace.ts";
import { pnpmInstall, type Project, tried } from "./project.ts";

/** The files of docs/recipes/jest.md, by folder. */
const RECIPE = "packages/proof/guides/recipes/jest";

/** Jest takes what is published, and reads no TypeScript of a package: so here, and not beside the recipes. */
export async function smokeJest(
  directory: string,
  tarballs: readonly Tarball[],
  kind: "commonjs" | "esm",
): Promise<void> {
  const file = (name: string) => readFileSync(join(ROOT, RECIPE, kind, name), "utf8");
  const { scripts, type } = JSON.parse(file("package.json")) as Record<string, object>;
  const project: Project = {
    directory,
    files: { "policy.test.js": file("policy.test.js") },
    packages: ["@crossgate/browser", "@crossgate/core"],
    dependencies: tried("packages/proof/guides", "jest"),
    manifest: { scripts, type: type ?? "commonjs" },
  };
  await pnpmInstall(project, tarballs);
  const { code, output } = await run(["npm", "test"], { cwd: directory, timeLimit: 240_000 });
  expect(output).toContain("2 passed, 2 total");
  expect(code).toBe(0);
}
