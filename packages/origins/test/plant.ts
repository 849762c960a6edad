import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { createList } from "../src/list/create-list.ts";
import type { OriginMemory } from "../src/origin-memory.ts";

const SOURCE = fileURLToPath(new URL("../src/", import.meta.url));

/** One fault: a piece of a file's text, which stands there once, and what stands in its place. */
export type Fault = readonly [name: string, file: string, right: string, wrong: string];

/** The memory as it would be with a fault. */
export async function plant(fault: Fault): Promise<typeof OriginMemory> {
  const { OriginMemory: planted } = await copy<{
    readonly OriginMemory: typeof OriginMemory;
  }>(fault, "origin-memory.ts");
  return planted;
}

/** The list as it would be with a fault. */
export async function plantList(fault: Fault): Promise<typeof createList> {
  const { createList: planted } = await copy<{ readonly createList: typeof createList }>(
    fault,
    "list/create-list.ts",
  );
  return planted;
}

/** A module of a copy of the sources, with one piece replaced; beside them, where imports are found. */
async function copy<Module>([name, file, right, wrong]: Fault, entry: string): Promise<Module> {
  const folder = mkdtempSync(join(SOURCE, "../test/fault-"));
  try {
    cpSync(SOURCE, folder, { recursive: true, filter: (path) => !path.endsWith(".test.ts") });
    const pieces = readFileSync(join(folder, file), "utf8").split(right);
    if (pieces.length !== 2) throw new Error(`${name}: ${file} has changed`);
    writeFileSync(join(folder, file), pieces.join(wrong));
    return await import(/* @vite-ignore */ pathToFileURL(join(folder, entry)).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
