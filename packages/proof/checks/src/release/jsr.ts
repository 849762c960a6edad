import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publishablePackages, ROOT, type WorkspacePackage } from "../workspace.ts";

/** What the release reads of a jsr.json, and writes into it. */
export interface JsrManifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly exports: string | Readonly<Record<string, string>>;
  readonly imports?: Readonly<Record<string, string>>;
  readonly links?: readonly string[];
  readonly publish: { readonly include: readonly string[] };
}

/** The packages that are published to JSR too. */
export function jsrPackages(): readonly WorkspacePackage[] {
  return publishablePackages().filter(({ directory }) => existsSync(jsrFile(directory)));
}

export function readJsr(directory: string): JsrManifest {
  return JSON.parse(readFileSync(jsrFile(directory), "utf8"));
}

export function jsrFile(directory: string): string {
  return join(ROOT, directory, "jsr.json");
}

/** The jsr.json that belongs to a package.json: its version, and the same version of our own. */
export function inStep(jsr: JsrManifest, { name, manifest }: WorkspacePackage): JsrManifest {
  const { version, license = jsr.license } = manifest;
  const imports = Object.entries(jsr.imports ?? {}).map(([specifier, target]) => [
    specifier,
    target.replace(/^(jsr:@crossgate\/[a-z]+@\^).+$/, `$1${version}`),
  ]);
  const ranges = jsr.imports === undefined ? {} : { imports: Object.fromEntries(imports) };
  return { ...jsr, name, version, license, ...ranges };
}
