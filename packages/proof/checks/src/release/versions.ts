import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pack } from "../tarball.ts";
import { run } from "../run.ts";
import { publishablePackages } from "../workspace.ts";
import type { JsrManifest } from "./jsr.ts";

/** The version that every package of a tree has. */
export function commonVersion(tree: string): string {
  const versions = publishablePackages().map(({ directory }) => read(tree, directory).version);
  const [version = "", ...others] = new Set(versions);
  if (others.length > 0) throw new Error(`several versions: ${versions.join(", ")}`);
  return version;
}

/** What a tree's jsr.json files and changelogs say that its version does not. */
export function versionProblems(tree: string, version: string): readonly string[] {
  return publishablePackages().flatMap(({ directory }) =>
    jsrProblems(join(tree, directory, "jsr.json"), version).concat(
      changelogProblems(join(tree, directory, "CHANGELOG.md"), version),
    ),
  );
}

/** Packs a tree's packages, and reads back what a user's package manager will read. */
export async function packedProblems(
  tree: string,
  version: string,
  destination: string,
): Promise<readonly string[]> {
  const problems = publishablePackages().map(async (each) => {
    const { path } = await pack({ ...each, directory: join(tree, each.directory) }, destination);
    const { output } = await run(["tar", "-xzOf", path, "package/package.json"]);
    const packed: { version: string; dependencies?: Readonly<Record<string, string>> } =
      JSON.parse(output);
    const ours = Object.entries(packed.dependencies ?? {})
      .filter(([name]) => name.startsWith("@crossgate/"))
      .concat([["itself", `^${packed.version}`]]);
    return ours
      .filter(([, range]) => range !== `^${version}`)
      .map(([name, range]) => `${each.name} asks for ${name} ${range}`);
  });
  return (await Promise.all(problems)).flat();
}

function changelogProblems(file: string, version: string): readonly string[] {
  const told = existsSync(file) && readFileSync(file, "utf8").includes(`## ${version}\n`);
  return told ? [] : [`${file} does not name ${version}`];
}

function jsrProblems(file: string, version: string): readonly string[] {
  if (!existsSync(file)) return [];
  const jsr: JsrManifest = JSON.parse(readFileSync(file, "utf8"));
  const targets = Object.values(jsr.imports ?? {}).filter(
    (target) => !target.endsWith(`@^${version}`),
  );
  return [
    ...(jsr.version === version ? [] : [`${file} is ${jsr.version}`]),
    ...targets.map((target) => `${file} asks for ${target}`),
  ];
}

function read(tree: string, directory: string): { readonly version: string } {
  return JSON.parse(readFileSync(join(tree, directory, "package.json"), "utf8"));
}
