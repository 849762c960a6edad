import type { EngineName } from "../engines/engine.ts";
import { catcherOf, enough } from "./disagreements.ts";
import { failingFixtures } from "./failing-fixtures.ts";
import { loadPlant } from "./load-plant.ts";
import { plants } from "./plants.ts";

const engines: readonly EngineName[] = ["chromium", "firefox", "webkit"];

/**
 * Plants every bug, and prints how many fixtures and how many cases of parity tell of it: no more
 * than are enough.
 *
 * @returns whether both catch every one
 */
export async function printPlants(seed: number): Promise<boolean> {
  const catches = await catcherOf(seed, engines, true);
  if (!catches) throw new Error("A browser is not installed here.");
  let isComplete = true;
  console.log("| step | planted | fixtures that fail | parity disagreements |");
  console.log("| --- | --- | --- | --- |");
  for (const planted of plants) {
    const failing = await failingFixtures(await loadPlant(planted), planted.step, enough);
    const different = await catches(planted);
    if (failing === 0 || different === 0) isComplete = false;
    console.log(`| ${planted.step} | ${planted.name} | ${shown(failing)} | ${shown(different)} |`);
  }
  console.log(`\n${plants.length} bugs, seed ${seed}`);
  return isComplete;
}

function shown(count: number): string {
  return count < enough ? String(count) : `${enough} or more`;
}
