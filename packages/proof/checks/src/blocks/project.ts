import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Host, HOSTS } from "../hosts.ts";
import { publishablePackages, ROOT, workspacePackages } from "../workspace.ts";

/** A project in which what the workspace publishes and depends on is installed, as links. */
export function createProject(folder: string): void {
  write(folder, "package.json", { type: "module" });
  link(folder, "@types/node", "node_modules/@types/node");
  const published = publishablePackages();
  for (const { name, directory } of published) link(folder, name, directory);
  // The published ones first: what a user has beside them is theirs to say.
  for (const { directory, manifest } of [...published, ...workspacePackages()]) {
    const { dependencies, peerDependencies, devDependencies } = manifest;
    for (const name of Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies })) {
      link(folder, name, `${directory}/node_modules/${name}`);
    }
  }
}

/** The settings of some of a project's files, by where they run. TypeScript is strict. */
export function writeSettings(
  folder: string,
  project: Host | `${Host}-js`,
  files: readonly string[],
): string {
  const script = project.endsWith("-js");
  const host = project.startsWith("workers") ? "workers" : "web";
  const compilerOptions = {
    lib: HOSTS[host].lib,
    // Examples for servers say `process.env`, and workerd knows that too.
    types: [...HOSTS[host].types, ...(host === "web" ? ["node"] : [])],
    module: "nodenext",
    target: "es2023",
    jsx: "react-jsx",
    strict: true,
    ...(script ? { checkJs: true, noImplicitAny: false } : {}),
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  };
  write(folder, `tsconfig.${project}.json`, { compilerOptions, files });
  return join(folder, `tsconfig.${project}.json`);
}

function link(folder: string, name: string, target: string): void {
  const path = join(folder, "node_modules", name);
  if (existsSync(path) || !existsSync(join(ROOT, target))) return;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(ROOT, target), path);
}

function write(folder: string, file: string, content: object): void {
  writeFileSync(join(folder, file), JSON.stringify(content));
}
