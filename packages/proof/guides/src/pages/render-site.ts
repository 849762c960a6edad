import type { Difference, Site } from "../sites/site.ts";
import { ASKS } from "../sites/site.ts";

/** Both files of a site, and what its test sees. */
export function renderSite({ page, name, differences }: Site): string {
  const folder = `packages/proof/guides/migration/${page}/sites/${name}`;
  return [
    fileBlock(`${folder}/before.ts`),
    "becomes",
    fileBlock(`${folder}/after.ts`),
    differences.length === 0
      ? "The same pages read as before, with cookies and without."
      : differences.map(renderDifference).join("\n"),
  ].join("\n\n");
}

/** Which `embed` fills. */
function fileBlock(file: string): string {
  return `<!-- from: ${file} -->\n\n\`\`\`ts\n\`\`\``;
}

function renderDifference({ origins, asks, now, because }: Difference): string {
  const pages = origins.map((origin) => `\`${origin}\``).join(", ");
  const what = asks.length === ASKS.length ? "" : ` (${asks.join(", ")})`;
  const change =
    now === "read" ? "blocked before, and reads now" : "read before, and is blocked now";
  return `- ${pages}${what}: ${change}. ${because}`;
}
