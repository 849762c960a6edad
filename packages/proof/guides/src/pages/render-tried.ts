import { versionOf } from "../recipes/programs.ts";
import type { Recipe } from "../recipes/recipe.ts";

/** What the tests of a page's recipes see; those that share a page differ in their bridge alone. */
export function renderTried(recipes: readonly Recipe[]): string {
  const [recipe] = recipes;
  if (recipe === undefined) throw new Error("no recipe has this folder");
  const subjects = recipes.map(({ version }) => `${version} ${versionOf(version)}`).join(", ");
  const peculiar = recipe.peculiarities.map(
    ({ says, gated }) =>
      `- ${says}, ${gated ? "through the gate" : "and the gate does not see it"}.`,
  );
  return [
    `Tried over HTTP with every test run (${subjects}):`,
    "",
    "- A page of an allowed origin reads the answer: one `Access-Control-Allow-Origin`, exactly its origin, and `Vary: Origin`. Any other gets the answer without, and with `Vary: Origin`.",
    "- A preflight is 204 with the policy's headers and nothing else, or 403.",
    "- The 404 of an unknown path and the 500 of a handler that throws carry the headers.",
    ...peculiar,
    ...(recipe.develop ? ["- Its development server answers preflights in the same way."] : []),
  ].join("\n");
}
