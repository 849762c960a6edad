import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMPILERS } from "./compilers.ts";
import { type Host, HOSTS, hostOf } from "./hosts.ts";
import { codeBlocks } from "./markdown.ts";
import { run } from "./run.ts";
import type { Tarball } from "./tarball.ts";
import { readManifest, ROOT } from "./workspace.ts";

const RESOLUTIONS = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
};

/** One way in which a user's build may look. */
export interface Build {
  readonly name: string;
  readonly command: readonly string[];
}

/** A project that has nothing but the tarballs. */
export interface Consumer {
  readonly directory: string;
  /** The problem that installing met. */
  readonly problem: string | undefined;
  readonly builds: readonly Build[];
}

/** Installs the tarballs as a user would, each dependency among them being another tarball. */
export async function createConsumer(
  directory: string,
  tarballs: readonly Tarball[],
): Promise<Consumer> {
  const files = Object.fromEntries(tarballs.map(({ name, path }) => [name, `file:${path}`]));
  const types = { "@types/node": readManifest(".").devDependencies?.["@types/node"] ?? "*" };
  const dependencies = { ...types, ...Object.assign({}, ...tarballs.map(hostPackages)), ...files };
  mkdirSync(directory, { recursive: true });
  write(directory, "package.json", { name: "consumer", type: "module", dependencies });
  // JSON is YAML.
  write(directory, "pnpm-workspace.yaml", { overrides: files });
  for (const tarball of tarballs) writeSources(directory, tarball);

  const { code, output } = await run(["pnpm", "install", "--prefer-offline"], { cwd: directory });
  const hosts = new Set(tarballs.map(({ name }) => hostOf(name)));
  const builds = [
    ...[...hosts].flatMap((host) => buildsFor(directory, host)),
    ...withoutDom(directory),
    ...tarballs.flatMap((tarball) => withOfficialTypes(directory, tarball)),
  ];
  return { directory, problem: code === 0 ? undefined : output, builds };
}

function buildsFor(directory: string, host: Host): readonly Build[] {
  return Object.entries(RESOLUTIONS).flatMap(([resolution, options]) => {
    const project = `tsconfig.${host}.${resolution}.json`;
    const compilerOptions = { ...STRICT, ...HOSTS[host], ...options };
    // What imports no host must compile without one.
    const include = [`src/*/${host}`, ...(host === "web" ? ["src/*/entries.ts"] : [])];
    write(directory, project, { compilerOptions, include });
    return Object.entries(COMPILERS).map(([compiler, path]) => ({
      name: `${compiler}, ${resolution}, ${host}`,
      command: [process.execPath, path, "-p", project],
    }));
  });
}

/** The core of a server, which has no `lib` of a browser: its globals come from Node's types. */
function withoutDom(directory: string): readonly Build[] {
  const project = "tsconfig.no-dom.json";
  const options = { lib: ["es2023"], types: ["node"], ...RESOLUTIONS.nodenext };
  const include = ["src/core/entries.ts", "src/core/web/readme.ts"];
  write(directory, project, { compilerOptions: { ...STRICT, ...options }, include });
  return Object.entries(COMPILERS).map(([compiler, path]) => ({
    name: `${compiler}, nodenext, core without DOM`,
    command: [process.execPath, path, "-p", project],
  }));
}

/** An adapter's own type tests, with its host's types, against what was packed. */
function withOfficialTypes(directory: string, { name, ...tarball }: Tarball): readonly Build[] {
  const tests = officialTests(tarball.directory);
  if (!tests) return [];
  const project = `tsconfig.${shortName(name)}.official.json`;
  const { lib, types } = tests.compilerOptions;
  const options = { lib, types, exactOptionalPropertyTypes: true, ...RESOLUTIONS.nodenext };
  const include = [`src/${shortName(name)}/official`];
  write(directory, project, { compilerOptions: { ...STRICT, ...options }, include });
  return Object.entries(COMPILERS).map(([compiler, path]) => ({
    name: `${compiler}, nodenext, ${name} with its host's types`,
    command: [process.execPath, path, "-p", project],
  }));
}

interface TypeTests {
  readonly folder: string;
  readonly compilerOptions: { readonly lib: readonly string[]; readonly types: readonly string[] };
}

function officialTests(directory: string): TypeTests | undefined {
  const folder = join(ROOT, directory, "test-d/official");
  const project = join(folder, "tsconfig.json");
  return existsSync(project) ? { folder, ...JSON.parse(readFileSync(project, "utf8")) } : undefined;
}

/** What a user of a package has installed beside it: its peers, and its host's types. */
function hostPackages({ name, directory }: Tarball): Readonly<Record<string, string>> {
  const { peerDependencies, devDependencies = {} } = readManifest(directory);
  const official = officialTests(directory)?.compilerOptions.types ?? [];
  const types = [...HOSTS[hostOf(name)].types, ...official]
    .flatMap((type) => [type, `@types/${type}`])
    .flatMap((type) => (devDependencies[type] ? [[type, devDependencies[type]]] : []));
  return { ...peerDependencies, ...Object.fromEntries(types) };
}

const STRICT = {
  target: "es2022",
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  // The declarations that a user gets are checked, not only used.
  skipLibCheck: false,
};

/** The package's entries, its README's first example, and its type tests, in one folder. */
function writeSources(directory: string, tarball: Tarball): void {
  const folder = join(directory, "src", shortName(tarball.name));
  const hosted = join(folder, hostOf(tarball.name));
  mkdirSync(hosted, { recursive: true });
  const imports = entriesOf(tarball).map(
    (entry, index) => `import * as entry${index} from "${entry}";\nconsole.log(entry${index});\n`,
  );
  writeFileSync(join(folder, "entries.ts"), imports.join(""));

  const readme = join(ROOT, tarball.directory, "README.md");
  const example = existsSync(readme)
    ? codeBlocks(readFileSync(readme, "utf8")).find(({ language }) => language === "ts")
    : undefined;
  if (example) writeFileSync(join(hosted, "readme.ts"), `${example.code}\nexport {};\n`);

  const official = officialTests(tarball.directory);
  if (official) cpSync(official.folder, join(folder, "official"), { recursive: true });
  const typeTests = join(ROOT, tarball.directory, "test-d");
  if (tarball.name === "@crossgate/core")
    cpSync(typeTests, join(hosted, "test-d"), { recursive: true });
}

/** What a user may import of it. */
export function entriesOf({ name, directory }: Tarball): readonly string[] {
  const { publishConfig } = readManifest(directory);
  return Object.keys(publishConfig?.exports ?? {})
    .filter((entry) => entry !== "./package.json")
    .map((entry) => name + entry.slice(1));
}

function shortName(name: string): string {
  return name.replace("@crossgate/", "");
}

function write(directory: string, file: string, content: object): void {
  writeFileSync(join(directory, file), `${JSON.stringify(content, null, 2)}\n`);
}
