import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import GithubSlugger from "github-slugger";
import { headings, linkTargets, readPage } from "./markdown.ts";
import { ROOT } from "./workspace.ts";

/** Links of a page to files and headings of this tree that are not there. */
export function deadLinks(page: string): readonly string[] {
  return linkTargets(readPage(page)).filter((target) => !isAlive(page, target));
}

function isAlive(page: string, target: string): boolean {
  // The rest of the web is none of a check's business that must give the same response tomorrow.
  if (/^[a-z]+:/i.test(target)) return true;
  const [path = "", fragment] = target.split("#");
  const file = path === "" ? page : normalize(join(dirname(page), path));
  if (!existsSync(join(ROOT, file))) return false;
  return fragment === undefined || !file.endsWith(".md") || slugs(file).includes(fragment);
}

function slugs(page: string): readonly string[] {
  const slugger = new GithubSlugger();
  return headings(readPage(page)).map((heading) => slugger.slug(heading));
}
