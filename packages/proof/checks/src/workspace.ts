import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the tree, with a slash at its end. */
export const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));

const PARENTS = ["packages", "packages/proof", "workers", "examples"];

/** What the checks read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly license?: string;
  readonly type?: string;
  readonly files?: readonly string[];
  readonly sideEffects?: false | readonly string[];
  readonly engines?: Readonly<Record<string, string>>;
  readonly repository?: { readonly type: string; readonly url: string; readonly directory: string };
  readonly exports?: Readonly<Record<string, string>>;
  readonly private?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly publishConfig?: {
    readonly access?: string;
    readonly provenance?: boolean;
    readonly exports?: Readonly<Record<string, unknown>>;
  };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface WorkspacePackage {
  readonly name: string;
  /** Relative to the top of the tree: `packages/core`. */
  readonly directory: string;
  readonly manifest: Manifest;
}

/** Every package of the workspace, in order of its directory. */
export function workspacePackages(): readonly WorkspacePackage[] {
  return PARENTS.flatMap((parent) =>
    entries(parent)
      .map((entry) => `${parent}/${entry}`)
      .filter((directory) => entries(directory).includes("package.json"))
      .map((directory) => {
        const manifest = readManifest(directory);
        return { name: manifest.name, directory, manifest };
      }),
  );
}

export function readManifest(directory: string): Manifest {
  return JSON.parse(readFileSync(join(ROOT, directory, "package.json"), "utf8"));
}

/** The packages that users install. */
export function publishablePackages(): readonly WorkspacePackage[] {
  return workspacePackages().filter(({ manifest }) => manifest.private !== true);
}

function entries(directory: string): readonly string[] {
  try {
    return readdirSync(join(ROOT, directory)).toSorted();
  } catch {
    return [];
  }
}
