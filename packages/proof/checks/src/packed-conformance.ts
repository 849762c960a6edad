import { copyFileSync, cpSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { run } from "./run.ts";
import { settle, type Tally, tallyOfTotals } from "./tally.ts";
import type { Tarball } from "./tarball.ts";
import { readManifest, ROOT } from "./workspace.ts";

const SUITE = "packages/proof/conformance";
/** The suite, what its own settings extend, and what it takes from beside it to start Next. */
const SOURCES = [SUITE, "tsconfig.base.json", "packages/next/fixtures"];
/** What installing and building leave in a folder, which would be found in the copy. */
const LEFTOVERS = /(?:^|[\\/])(?:node_modules|\.next|[^\\/]+\.tsbuildinfo)$/;
/** The runtimes, and the compiler that `next build` would otherwise fetch by itself. */
const TOOLS = ["bun", "deno", "node", "typescript"];

/** The conformance suite outside this tree, with tarballs in the place of our sources. */
export interface PackedSuite {
  readonly directory: string;
  /** The problem that installing met. */
  readonly problem: string | undefined;
  /** The packages among the tarballs that the suite checks. */
  readonly checked: readonly Tarball[];
}

/** Installs the suite in a tree shaped like this one, so that its paths hold there. */
export async function createPackedSuite(
  directory: string,
  tarballs: readonly Tarball[],
): Promise<PackedSuite> {
  for (const source of SOURCES) {
    cpSync(join(ROOT, source), join(directory, source), {
      recursive: true,
      filter: (path) => !LEFTOVERS.test(path),
    });
  }
  writeFileSync(join(directory, "package.json"), rootManifest());
  writeFileSync(join(directory, "pnpm-workspace.yaml"), settings(tarballs));
  // Without it every dependency of a dependency would be of a newer version here than in the tree.
  copyFileSync(join(ROOT, "pnpm-lock.yaml"), join(directory, "pnpm-lock.yaml"));

  const install = ["pnpm", "install", "--prefer-offline", "--no-frozen-lockfile"];
  const { code, output } = await run(install, { cwd: directory });
  const { devDependencies = {} } = readManifest(SUITE);
  const checked = tarballs.filter(({ name }) => name in devDependencies);
  return { directory, problem: code === 0 ? undefined : output, checked };
}

/** Why the suite would check something else than the JavaScript that the tarballs brought. */
export function originProblem(suite: PackedSuite, tarball: Tarball): string | undefined {
  const { name, directory } = tarball;
  const user = join(suite.directory, SUITE, "package.json");
  const own = resolve(name, user);
  const installed = join(realpathSync(suite.directory), "node_modules") + sep;
  if (!own.startsWith(installed) || !own.includes(join(name, "dist"))) return `it is ${own}`;
  // An adapter brings its own core, where nothing holds it to the one beside it.
  const { dependencies = {} } = readManifest(directory);
  const foreign = Object.keys(dependencies).filter(
    (dependency) => resolve(dependency, own) !== resolve(dependency, user),
  );
  return foreign.length === 0 ? undefined : `not the tarball's: ${foreign.join(", ")}`;
}

/** Runs every case on every runtime, and shows what it prints. */
export async function runPackedSuite({ directory }: PackedSuite): Promise<Tally> {
  const { code, output } = await run([process.execPath, "src/main.ts"], {
    cwd: join(directory, SUITE),
    echo: true,
  });
  return settle(tallyOfTotals(output), code);
}

function rootManifest(): string {
  const { devDependencies = {} } = readManifest(".");
  const tools = TOOLS.map((name) => [name, devDependencies[name]]);
  return JSON.stringify({ private: true, devDependencies: Object.fromEntries(tools) });
}

/** The tree's own settings; an override replaces `workspace:*` as well as a tarball's range. */
function settings(tarballs: readonly Tarball[]): string {
  const ours = readFileSync(join(ROOT, "pnpm-workspace.yaml"), "utf8");
  const [before, after] = ours.split(/^overrides:\n/m);
  if (after === undefined) throw new Error("pnpm-workspace.yaml has no overrides to add to");
  const lines = tarballs.map(({ name, path }) => `  "${name}": "file:${path}"\n`);
  return `${before}overrides:\n${lines.join("")}${after}`;
}

function resolve(name: string, from: string): string {
  return createRequire(from).resolve(name);
}
