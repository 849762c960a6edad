import { execFile } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Program, type Server, startServer } from "@crossgate/testkit/server";
import { DATA_API } from "./api.ts";
import type { Recipe } from "./recipe.ts";

const PACKAGE = fileURLToPath(new URL("../../", import.meta.url));
const TIME_LIMIT = 100_000;

/** Builds a recipe, where it needs that, and starts it. */
export async function serve(recipe: Recipe): Promise<Server> {
  const { build, folder, start } = recipe;
  const cwd = build === undefined ? `${PACKAGE}recipes/${folder}` : copy(folder, folder);
  if (build !== undefined) await run(build, cwd);
  return startServer({ command: start, cwd, env: PRODUCTION, ...readiness(recipe) });
}

/** Starts a recipe as its author does while writing it. */
export async function develop(recipe: Recipe, command: readonly string[]): Promise<Server> {
  const cwd = copy(recipe.folder, `${recipe.folder}-development`);
  const env = { ...PRODUCTION, NODE_ENV: "development" };
  return startServer({ command, cwd, env, ...readiness(recipe) });
}

function readiness({ api = DATA_API, probe }: Recipe): Pick<Program, "probe" | "probeStatus"> {
  return { probe: probe?.path ?? api.read.path, probeStatus: probe?.status ?? 200 };
}

/** Frameworks write beside the sources that they work on, so they work on a copy. */
function copy(folder: string, name: string): string {
  const cwd = `${PACKAGE}dist/${name}`;
  rmSync(cwd, { recursive: true, force: true });
  cpSync(`${PACKAGE}recipes/${folder}`, cwd, { recursive: true, dereference: true });
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
  TEST: "",
  ASTRO_TELEMETRY_DISABLED: "1",
};
