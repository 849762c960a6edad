import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { OriginMemory } from "../src/origin-memory.ts";

const SOURCE = new URL("../src/", import.meta.url);

/** One fault: a piece of a file's text, which stands there once, and what stands in its place. */
export type Fault = readonly [name: string, file: string, right: string, wrong: string];

/** The memory as it would be with a fault: a copy of the sources, with one piece replaced. */
export async function plant([name, file, right, wrong]: Fault): Promise<typeof OriginMemory> {
  const copy = mkdtempSync(join(tmpdir(), "crossgate-fault-"));
  try {
    for (const each of readdirSync(SOURCE).filter((each) => /^[a-z-]+\.ts$/.test(each))) {
      const text = readFileSync(new URL(each, SOURCE), "utf8");
      const pieces = text.split(right);
      if (each === file && pieces.length !== 2) throw new Error(`${name}: ${file} has changed`);
      writeFileSync(join(copy, each), each === file ? pieces.join(wrong) : text);
    }
    const module: { readonly OriginMemory: typeof OriginMemory } = await import(
      /* @vite-ignore */ pathToFileURL(join(copy, "origin-memory.ts")).href
    );
    return module.OriginMemory;
  } finally {
    rmSync(copy, { recursive: true });
  }
}
