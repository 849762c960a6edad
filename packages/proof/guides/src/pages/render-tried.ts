import { versionOf } from "../recipes/programs.ts";
import { DATA_API, type ReadableError } from "../recipes/api.ts";
import type { Recipe } from "../recipes/recipe.ts";

/** What the tests of a page's recipes see; those that share a page differ in their bridge alone. */
export function renderTried(recipes: readonly Recipe[]): string {
  const [recipe] = recipes;
  if (recipe === undefined) throw new Error("no recipe has this folder");
  const subjects = recipes.map(({ version }) => versionOf(version)).join(", ");
  const peculiar = recipe.peculiarities.map(
    ({ says, gated }) =>
      `- ${says}, ${gated ? "through the gate" : "and the gate does not see it"}.`,
  );
  const { api = DATA_API, client, develop, mistake } = recipe;
  return [
    `Tried over HTTP with every test run (${subjects}):`,
    "",
    `- A page of an allowed origin reads the response: one \`Access-Control-Allow-Origin\`, exactly its origin, and \`Vary: Origin\`. ${api.policy.refuseDenied ? "Any other origin gets 403" : "Any other gets the response without"}, and with \`Vary: Origin\`.`,
    "- A preflight is 204 with the policy's headers and nothing else, or 403.",
    renderErrors(api.errors),
    ...(client
      ? ["- The library's own client works in a page of an allowed origin, and no other."]
      : []),
    ...(mistake ? [`- ${mistake.says}.`] : []),
    ...peculiar,
    ...(develop
      ? [
          "- Its development server answers preflights in the same way, and lets no other page read.",
        ]
      : []),
  ].join("\n");
}

function renderErrors(errors: readonly ReadableError[]): string {
  const sentence = errors.map(({ says }) => says).join(" and ");
  const verb = errors.length === 1 ? "carries" : "carry";
  return `- ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} ${verb} the headers.`;
}
