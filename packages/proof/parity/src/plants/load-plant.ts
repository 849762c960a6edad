import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CookieModel } from "@crossgate/browser/fixtures/cookies";
import type { Model } from "@crossgate/browser/fixtures/run-on-model";
import { plant } from "../mutants.ts";
import type { Plant } from "./plants.ts";

/** The package with a bug, as far as fixtures and parity need it. */
export interface PlantedModel extends Model, CookieModel {}

/** Loads the package with a bug. */
export async function loadPlant(planted: Plant): Promise<PlantedModel> {
  const directory = await plant(planted);
  const load = (file: string): Promise<unknown> =>
    import(pathToFileURL(join(directory, file)).href);
  const [browser, cookies] = await Promise.all([load("index.ts"), load("cookies/index.ts")]);
  return { ...(browser as Model), ...(cookies as CookieModel) };
}
