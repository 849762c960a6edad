import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Extent, Report } from "./search.ts";

/** Runs the search in a process of Bun: its servers and the client that asks them. */
export async function searchOnBun(extent: Extent): Promise<Report> {
  const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
  const bun = path("../../../../node_modules/.bin/bun");
  const { stdout } = await promisify(execFile)(
    bun,
    [path("../entries/bun.ts"), JSON.stringify(extent)],
    { timeout: 20 * 60_000, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Report;
}
