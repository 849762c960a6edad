import { cpSync, globSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { succeed } from "../run.ts";
import { publishablePackages, ROOT } from "../workspace.ts";

/** What `changeset version` reads, and what `pnpm pack` puts into a tarball. */
const COPIED = [
  "package.json",
  "pnpm-workspace.yaml",
  "pnpm-lock.yaml",
  ".oxfmtrc.json",
  "LICENSE",
  ".changeset/*",
  "{packages,packages/proof,workers,examples}/*/package.json",
  "packages/*/{jsr.json,README.md,LICENSE}",
  "packages/*/dist/**/*.{js,d.ts}",
  "packages/proof/checks/src/**/*.ts",
];

/** A change in one package, of a size that is told apart from every patch that is waiting. */
const CHANGE = `---\n"@crossgate/core": minor\n---\n\nA rehearsal.\n`;

const GIT = ["git", "-c", "user.name=rehearsal", "-c", "user.email=rehearsal@crossgate.invalid"];

/** A copy of the tree in which the next version is made, as the release workflow makes it. */
export async function rehearseVersion(copy: string): Promise<void> {
  for (const file of globSync(COPIED, { cwd: ROOT, exclude: ["**/node_modules"] })) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file), { recursive: true });
  }
  writeFileSync(join(copy, ".changeset/rehearsal.md"), CHANGE);
  for (const directory of ["node_modules", "packages/proof/checks/node_modules"]) {
    symlinkSync(join(ROOT, directory), join(copy, directory));
  }
  linkWorkspace(copy);
  const steps = [
    ["git", "init", "--quiet"],
    ["git", "add", "."],
    [...GIT, "commit", "--quiet", "--message", "before"],
    ["pnpm", "run", "--silent", "release:version"],
  ];
  for (const step of steps) await succeed(step, { cwd: copy, timeLimit: 240_000 });
}

/** What an installation does for our own packages, so that `pnpm pack` finds their versions. */
function linkWorkspace(copy: string): void {
  const packages = publishablePackages();
  for (const { directory, manifest } of packages) {
    const dependencies = Object.keys(manifest.dependencies ?? {});
    for (const each of packages.filter(({ name }) => dependencies.includes(name))) {
      const link = join(copy, directory, "node_modules", each.name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(copy, each.directory), link);
    }
  }
}
