import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Program, type Server, startServer } from "@crossgate/testkit/server";
import { DATA_API } from "./api.ts";
import { copyRecipe, folderOf } from "./copy.ts";
import { PRODUCTION } from "./production.ts";
import type { Recipe } from "./recipe.ts";

const TIME_LIMIT = 180_000;

/** Builds a recipe, where it needs that, and starts it. */
export async function serve(recipe: Recipe): Promise<Server> {
  const { build, folder, links, start } = recipe;
  const cwd = build === undefined ? folderOf(folder) : copyRecipe(folder, folder, links);
  if (build !== undefined) await run(build, cwd);
  return startServer({ command: start, cwd, env: PRODUCTION, ...readiness(recipe) });
}

/** Starts a recipe as its author does while writing it. */
export async function develop(recipe: Recipe, command: readonly string[]): Promise<Server> {
  const cwd = copyRecipe(recipe.folder, `${recipe.folder}-development`, recipe.links);
  const env = { ...PRODUCTION, NODE_ENV: "development" };
  return startServer({ command, cwd, env, ...readiness(recipe) });
}

function readiness({ api = DATA_API, probe }: Recipe): Pick<Program, "probe" | "probeStatus"> {
  return { probe: probe?.path ?? api.read.path, probeStatus: probe?.status ?? 200 };
}

async function run([program = "", ...args]: readonly string[], cwd: string): Promise<void> {
  const env = { ...process.env, ...PRODUCTION };
  await promisify(execFile)(program, args, { cwd, env, timeout: TIME_LIMIT });
}
