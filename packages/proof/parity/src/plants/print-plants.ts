import type { EngineName } from "../engines/engine.ts";
import { disagreementsOf } from "./disagreements.ts";
import { failingFixtures } from "./failing-fixtures.ts";
import { loadPlant } from "./load-plant.ts";
import { plants } from "./plants.ts";

const engines: readonly EngineName[] = ["chromium", "firefox", "webkit"];

/**
 * Plants every bug, and prints how many fixtures and how many cases of parity tell of it.
 *
 * @returns whether both catch every one
 */
export async function printPlants(seed: number): Promise<boolean> {
  const disagreements = await disagreementsOf(plants, seed, engines, true);
  if (!disagreements) throw new Error("A browser is not installed here.");
  let isComplete = true;
  console.log("| step | planted | fixtures that fail | parity disagreements |");
  console.log("| --- | --- | --- | --- |");
  for (const [index, planted] of plants.entries()) {
    const failing = await failingFixtures(await loadPlant(planted), planted.step);
    const different = disagreements[index] ?? 0;
    if (failing === 0 || different === 0) isComplete = false;
    console.log(`| ${planted.step} | ${planted.name} | ${failing} | ${different} |`);
  }
  return isComplete;
}
