import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import { succeed } from "../run.ts";
import type { Tarball } from "../tarball.ts";
import { readManifest, ROOT } from "../workspace.ts";

/** A project as a stranger begins one: outside this tree, with nothing of ours but tarballs. */
export interface Project {
  readonly directory: string;
  /** Its own files, beside package.json. */
  readonly files: Readonly<Record<string, string>>;
  /** Ours, by name. */
  readonly packages: readonly string[];
  /** Of others, by name, with the version that the tree has tried. */
  readonly dependencies?: Readonly<Record<string, string>>;
  /** What else its package.json says. */
  readonly manifest?: object;
}

export type Install = (project: Project, tarballs: readonly Tarball[]) => Promise<void>;

/** As the READMEs say. What our own packages ask of each other is met by the tarball beside them. */
export const npmInstall: Install = async (project, tarballs) => {
  writeManifest(project, { dependencies: { ...project.dependencies, ...ours(project, tarballs) } });
  const quiet = ["--prefer-offline", "--no-audit", "--no-fund"];
  await succeedIn(project, ["npm", "install", ...quiet]);
};

/** For hosts of several hundred files: from the store, and in the versions that the tree has. */
export const pnpmInstall: Install = async (project, tarballs) => {
  const files = ours(project, tarballs);
  writeManifest(project, { dependencies: { ...project.dependencies, ...files } });
  const { allowBuilds, overrides }: { allowBuilds: object; overrides: object } = parse(
    readFileSync(join(ROOT, "pnpm-workspace.yaml"), "utf8"),
  );
  const settings = stringify({ allowBuilds, overrides: { ...overrides, ...files } });
  writeFileSync(join(project.directory, "pnpm-workspace.yaml"), settings);
  copyFileSync(join(ROOT, "pnpm-lock.yaml"), join(project.directory, "pnpm-lock.yaml"));
  await succeedIn(project, ["pnpm", "install", "--prefer-offline", "--no-frozen-lockfile"]);
};

export const bunInstall: Install = async (project, tarballs) => {
  const dependencies = ours(project, tarballs);
  writeManifest(project, { dependencies, overrides: dependencies });
  await succeedIn(project, ["bun", "install"]);
};

/** The version of someone else's package that one of ours is tried with. */
export function tried(directory: string, name: string): Readonly<Record<string, string>> {
  const { dependencies, devDependencies } = readManifest(directory);
  const version = { ...dependencies, ...devDependencies }[name];
  if (version === undefined) throw new Error(`${directory} does not depend on ${name}`);
  return { [name]: version };
}

/** Runs a command in a project's folder. */
export function succeedIn(
  { directory }: Pick<Project, "directory">,
  command: readonly string[],
): Promise<string> {
  return succeed(command, { cwd: directory, timeLimit: 240_000 });
}

function ours(
  { packages }: Project,
  tarballs: readonly Tarball[],
): Readonly<Record<string, string>> {
  const wanted = tarballs.filter(({ name }) => packages.includes(name));
  return Object.fromEntries(wanted.map(({ name, path }) => [name, `file:${path}`]));
}

function writeManifest(project: Project, manifest: object): void {
  const own = { name: "fresh", version: "1.0.0", private: true, type: "module" };
  const fresh = { ...own, ...project.manifest, ...manifest };
  write(project, { "package.json": JSON.stringify(fresh) });
}

/** The project's own files, and what its installation needs. */
export function write(
  { directory, files }: Project,
  settings: Readonly<Record<string, string>>,
): void {
  for (const [file, content] of Object.entries({ ...files, ...settings })) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), content);
  }
}
