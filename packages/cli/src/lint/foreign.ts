import type { Stats } from "node:fs";
import { open, readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { UsageError } from "../usage-error.ts";

/** What holds a policy. A name without an ending may be a module too. */
const modules = /^(?:|\.[cm]?[jt]sx?|\.json)$/i;

/**
 * Refuses what is no module before any of it runs: another program's configuration would not be
 * judged rightly.
 *
 * @throws UsageError
 */
export async function assertModule(path: string): Promise<void> {
  if (/^https?:\/\//i.test(path)) throw foreign(path);
  const stats = await statsOf(path);
  if (stats.isDirectory()) {
    throw new UsageError(`${path} is a folder. Name the module in it that exports the policy.`);
  }
  if (!modules.test(extname(path))) throw foreign(path);
  if (stats.isFile() && (await isWide(path))) {
    throw new UsageError(
      `${path} is written in UTF-16, as some shells of Windows write what they redirect. Save it as UTF-8.`,
    );
  }
}

/** Says what lint reads, and who judges the rest. */
export function foreign(path: string): UsageError {
  return new UsageError(
    `${path} is no module. lint reads a policy of Crossgate out of JavaScript, TypeScript or JSON. It does not read how other servers are configured: try the running server with crossgate audit https://… or crossgate explain https://…`,
  );
}

/** Reads a policy that is written as JSON. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, "utf8")).replace(/^\ufeff/, ""));
  } catch (error) {
    throw new UsageError(`cannot load ${path}: ${error instanceof Error ? error.message : ""}`);
  }
}

async function statsOf(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (error) {
    throw new UsageError(`cannot load ${path}: ${error instanceof Error ? error.message : ""}`);
  }
}

async function isWide(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0xff && buffer[1] === 0xfe;
  } finally {
    await file.close();
  }
}
