import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../run.ts";
import { ROOT, type WorkspacePackage } from "../workspace.ts";
import { inStep, readJsr } from "./jsr.ts";

const ALLOWED = /^(?:src\/.+\.ts|LICENSE|README\.md|jsr\.json)$/;
const REQUIRED = ["LICENSE", "README.md", "jsr.json", "src/index.ts"];

/** Why jsr.json is not what package.json makes of it. */
export function jsrManifestProblem(each: WorkspacePackage): string | undefined {
  const jsr = readJsr(each.directory);
  const exports = typeof jsr.exports === "string" ? { ".": jsr.exports } : jsr.exports;
  const { "./package.json": _, ...expected } = each.manifest.exports ?? {};
  if (JSON.stringify(exports) !== JSON.stringify(expected)) return "its exports are others";
  const sound = JSON.stringify(inStep(jsr, each)) === JSON.stringify(jsr);
  return sound ? undefined : "name, version or ranges are others: pnpm release:version writes them";
}

/** JSR takes no licence from the top of the tree, as pnpm does. */
export function licenceProblem({ directory }: WorkspacePackage): string | undefined {
  const [own, root] = [join(directory, "LICENSE"), "LICENSE"].map((file) =>
    readFileSync(join(ROOT, file), "utf8"),
  );
  return own === root ? undefined : "its LICENSE is not the tree's";
}

/** What JSR would refuse, slow types among it, and what would be published by mistake. */
export async function jsrPublishProblem({
  directory,
}: WorkspacePackage): Promise<string | undefined> {
  const { code, output } = await run(["deno", "publish", "--dry-run", "--allow-dirty"], {
    cwd: join(ROOT, directory),
  });
  if (code !== 0) return output;
  const files = [...output.matchAll(/file:\/\/(\S+) \(/g)].map(([, file = ""]) =>
    file.slice(join(ROOT, directory).length + 1),
  );
  const problems = [
    ...REQUIRED.filter((file) => !files.includes(file)).map((file) => `missing: ${file}`),
    ...files
      .filter((file) => !ALLOWED.test(file) || file.endsWith(".test.ts"))
      .map((file) => `does not belong: ${file}`),
  ];
  return problems.length === 0 ? undefined : problems.join("\n");
}
