import { execFile } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Server, startServer } from "@crossgate/testkit/server";
import type { Recipe } from "./recipe.ts";

const PACKAGE = fileURLToPath(new URL("../../", import.meta.url));
const TIME_LIMIT = 100_000;

/** Builds a recipe, where it needs that, and starts it. */
export async function serve({ build, folder, start }: Recipe): Promise<Server> {
  const cwd = build === undefined ? `${PACKAGE}recipes/${folder}` : copy(folder, folder);
  if (build !== undefined) await run(build, cwd);
  return startServer({ command: start, cwd, env: PRODUCTION, probe: "/api/data" });
}

/** Starts a recipe as its author does while writing it. */
export async function develop(folder: string, command: readonly string[]): Promise<Server> {
  const cwd = copy(folder, `${folder}-development`);
  const env = { ...PRODUCTION, NODE_ENV: "development" };
  return startServer({ command, cwd, env, probe: "/api/data" });
}

/** Frameworks write beside the sources that they work on, so they work on a copy. */
function copy(folder: string, name: string): string {
  const cwd = `${PACKAGE}dist/${name}`;
  rmSync(cwd, { recursive: true, force: true });
  cpSync(`${PACKAGE}recipes/${folder}`, cwd, { recursive: true });
  return cwd;
}

async function run([program = "", ...args]: readonly string[], cwd: string): Promise<void> {
  const env = { ...process.env, ...PRODUCTION };
  await promisify(execFile)(program, args, { cwd, env, timeout: TIME_LIMIT });
}

/** As on a user's machine, and not as in the test that runs it. */
const PRODUCTION: Readonly<Record<string, string>> = {
  NODE_ENV: "production",
  VITEST: "",
  ASTRO_TELEMETRY_DISABLED: "1",
};
