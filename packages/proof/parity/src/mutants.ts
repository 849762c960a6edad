import { rmSync } from "node:fs";
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A bug, planted by replacing a piece of source text. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const planted: string[] = [];

/** Removes the copies. Not at once: the model loads some of its files when they are first asked for. */
export function removePlanted(): void {
  for (const directory of planted.splice(0)) rmSync(directory, { recursive: true, force: true });
}

process.once("exit", removePlanted);

const source = dirname(fileURLToPath(import.meta.resolve("@crossgate/browser")));

/**
 * Copies the sources somewhere else with a bug in them, and tells where.
 *
 * @throws Error when the text to replace is not there exactly once: the proof would prove nothing
 */
export async function plant(mutant: Mutant): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "crossgate-mutant-"));
  planted.push(directory);
  await cp(source, directory, { recursive: true });
  const file = join(directory, mutant.file);
  const parts = (await readFile(file, "utf8")).split(mutant.find);
  if (parts.length !== 2) throw new Error(`${mutant.file} does not hold once: ${mutant.find}`);
  await writeFile(file, parts.join(mutant.replace));
  return directory;
}
