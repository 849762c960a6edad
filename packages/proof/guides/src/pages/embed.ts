import { ALL_CHANGES } from "../changes/all.ts";
import { MIGRATIONS } from "../migration/migrations.ts";
import { readText } from "./page.ts";
import { renderSite } from "./render-site.ts";
import type { Site } from "../sites/site.ts";
import { SITES } from "../sites/sites.ts";
import { RECIPES } from "../recipes/recipes.ts";
import { renderChanges, renderExplanations } from "./render.ts";
import { renderTried } from "./render-tried.ts";

/**
 * `<!-- from: file -->` above a code block: the block is that file, as `pnpm run docs` checks too.
 * `<!-- changes: peer -->`, `<!-- notes: peer -->`, `<!-- tried: recipe -->` and `<!-- site: peer/name -->`, up to
 * `<!-- end -->`: what the data says.
 */
const FILE = /(<!-- from: (packages\/proof\/guides\/\S+) -->\n\n```\w+\n)[\s\S]*?(^```$)/gm;
const REGION = /(<!-- (changes|notes|tried|site): (\S+) -->\n)[\s\S]*?(<!-- end -->)/g;

/** A page with everything in it that is shown from elsewhere. */
export function embed(markdown: string): string {
  // The regions first: those of sites name files.
  return markdown
    .replace(REGION, (_, open: string, kind: string, name: string, close: string) => {
      return `${open}\n${region(kind, name)}\n\n${close}`;
    })
    .replace(FILE, (_, open: string, file: string, close: string) => {
      return `${open}${shownOf(file)}\n${close}`;
    });
}

/** The routes of a call's application, which say nothing of the call. */
const ROUTES = /\n\napp\.get\(.*\napp\.put\(.*\n\nexport default app;$/;

function shownOf(file: string): string {
  return readText(file).trimEnd().replace(ROUTES, "");
}

function region(kind: string, name: string): string {
  if (kind === "changes") return renderChanges(named(ALL_CHANGES, name).changes);
  if (kind === "site") return renderSite(siteOf(name));
  if (kind === "tried") return renderTried(RECIPES.filter(({ folder }) => folder === name));
  return renderExplanations(named(MIGRATIONS, name).explanations);
}

function siteOf(path: string): Site {
  const [page, name] = path.split("/");
  return named(
    SITES.filter((site) => site.page === page),
    name ?? "",
  );
}

function named<Named extends { readonly name: string }>(
  all: readonly Named[],
  name: string,
): Named {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`nothing is known of "${name}"`);
  return found;
}
