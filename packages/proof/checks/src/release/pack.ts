import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { run } from "../run.ts";
import { contentsProblem, pack, type Tarball } from "../tarball.ts";
import { publishablePackages, ROOT, type WorkspacePackage } from "../workspace.ts";
import { commonVersion } from "./versions.ts";

const DESTINATION = join(ROOT, "dist/release");

// The files that the release workflow hands from the job that builds to the jobs that publish,
// which see nothing of the tree. They are tarballs in the order of publishing, sums, dependencies,
// and notes.
const version = commonVersion(ROOT);
rmSync(DESTINATION, { recursive: true, force: true });
mkdirSync(DESTINATION, { recursive: true });
const packages = inOrder(publishablePackages());
for (const { directory } of packages) {
  rmSync(join(ROOT, directory, "dist"), { recursive: true, force: true });
}
await succeed(["tsc", "-b"]);
const tarballs = await Promise.all(packages.map((each) => pack(each, DESTINATION)));
for (const tarball of tarballs) {
  const problem = contentsProblem(tarball);
  if (problem !== undefined) throw new Error(`${tarball.name}: ${problem}`);
}
write(
  "order.txt",
  tarballs.map(({ name, path }) => `${name}@${version} ${basename(path)}\n`),
);
write("SHA256SUMS", tarballs.map(sum));
write("notes.md", packages.map(notes));
const filters = packages.flatMap(({ name }) => ["--filter", name]);
const sbom = ["pnpm", "sbom", "--sbom-format", "cyclonedx", "--split", "--prod", ...filters];
await succeed([...sbom, "--out", join(DESTINATION, "%s-%v.cdx.json")]);

/** What others depend on comes first, so that no one ever sees a package that cannot be installed. */
function inOrder(unordered: readonly WorkspacePackage[]): readonly WorkspacePackage[] {
  const rank = (each: WorkspacePackage): number => {
    const names = Object.keys(each.manifest.dependencies ?? {});
    const needed = unordered.filter(({ name }) => names.includes(name));
    return Math.max(0, ...needed.map((other) => rank(other) + 1));
  };
  return unordered.toSorted((left, right) => rank(left) - rank(right));
}

/** The part of a package's changelog that is about this version. */
function notes({ name, directory }: WorkspacePackage): string {
  const file = join(ROOT, directory, "CHANGELOG.md");
  const changelog = existsSync(file) ? readFileSync(file, "utf8") : "";
  const section = changelog.split(/^## /m).find((part) => part.startsWith(`${version}\n`));
  return section === undefined ? "" : `## ${name}\n${section.slice(version.length)}\n`;
}

function sum({ path }: Tarball): string {
  const digest = createHash("sha256").update(readFileSync(path)).digest("hex");
  return `${digest}  ${basename(path)}\n`;
}

function write(file: string, lines: readonly string[]): void {
  writeFileSync(join(DESTINATION, file), lines.join(""));
}

async function succeed(command: readonly string[]): Promise<void> {
  const { code, output } = await run(command);
  if (code !== 0) throw new Error(output);
}
