import { rmSync } from "node:fs";
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Model } from "@crossgate/browser/fixtures/run-on-model";

/** A bug, planted by replacing a piece of source text. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** The mistakes that implementations of CORS really make. */
export const mutants: readonly Mutant[] = [
  {
    name: "Access-Control-Allow-Origin compared without regard to case",
    file: "cors-check.ts",
    find: "if (allowed !== asker.origin)",
    replace: "if (allowed?.toLowerCase() !== asker.origin.toLowerCase())",
  },
  {
    name: "* accepted with credentials",
    file: "cors-check.ts",
    find: 'if (!asker.withCredentials && allowed === "*") return [];',
    replace: 'if (allowed === "*") return [];',
  },
  {
    name: "ports ignored in the comparison of origins",
    file: "fetch/origin.ts",
    find: 'return origin !== "null" && origin === originOf(url);',
    replace: 'return origin !== "null" && new URL(origin).hostname === url.hostname;',
  },
  {
    name: "Access-Control-Request-Headers not sorted",
    file: "request/safelist.ts",
    find: ".toSorted();",
    replace: ";",
  },
  {
    name: "preflight cache ignores credentials",
    file: "preflight/answer-cache.ts",
    find: 'if (request.credentials === "include" && !entry.credentials) return false;',
    replace: "",
  },
  {
    name: "preflight cache of tokens ignores credentials",
    file: "preflight/token-cache.ts",
    find: "if (entry.credentials === include) return true;",
    replace: "return true;",
  },
  {
    name: "origin stays after a redirect between foreign origins",
    file: "request/request-origin.ts",
    find: 'return hasTaintedOrigin(request) ? "null" : request.pageOrigin;',
    replace: "return request.pageOrigin;",
  },
];

const source = dirname(fileURLToPath(import.meta.resolve("@crossgate/browser")));

/** Loads the package with a bug. */
export async function loadMutant(mutant: Mutant): Promise<Model> {
  const directory = await plant(mutant);
  return (await import(pathToFileURL(join(directory, "index.ts")).href)) as Model;
}

/**
 * Copies the sources somewhere else with a bug in them, and tells where.
 *
 * @throws Error when the text to replace is not there exactly once: the proof would prove nothing
 */
export async function plant(mutant: Mutant): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "crossgate-mutant-"));
  // Not before: the model loads some of its files when they are first asked for.
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  await cp(source, directory, { recursive: true });
  const file = join(directory, mutant.file);
  const parts = (await readFile(file, "utf8")).split(mutant.find);
  if (parts.length !== 2) throw new Error(`${mutant.file} does not hold once: ${mutant.find}`);
  await writeFile(file, parts.join(mutant.replace));
  return directory;
}
