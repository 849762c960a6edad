import { type CorsCode, corsCodes } from "@crossgate/browser";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { causeWords, type OwnCauseCode } from "../src/cause/index.ts";
import { causePage } from "./cause-page.ts";
import { errorIndex } from "./error-index.ts";
import { errorPage } from "./error-page.ts";
import { notYourServer } from "./not-your-server.ts";

const folder = new URL("../../../docs/errors/", import.meta.url);

/** Every page by its file name, as the model has it now. */
export async function errorPages(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map([
    ["README.md", await errorIndex()],
    ["not-your-server.md", notYourServer],
  ]);
  for (const code of Object.keys(corsCodes) as CorsCode[]) {
    pages.set(`${code}.md`, await errorPage(code));
  }
  for (const code of Object.keys(causeWords) as OwnCauseCode[]) {
    pages.set(`${code}.md`, causePage(code));
  }
  return pages;
}

/** What is on disk and not of this model, or the other way round. */
export async function staleErrorPages(): Promise<readonly string[]> {
  const pages = await errorPages();
  const present = readdirSync(folder);
  const changed = [...pages].filter(
    ([name, text]) =>
      !present.includes(name) || readFileSync(new URL(name, folder), "utf8") !== text,
  );
  const orphans = present.filter((name) => !pages.has(name));
  return [...changed.map(([name]) => name), ...orphans];
}

async function main(): Promise<void> {
  if (process.argv.includes("--check")) {
    const stale = await staleErrorPages();
    for (const name of stale)
      console.error(`docs/errors/${name}: pnpm --filter crossgate error-pages`);
    process.exitCode = stale.length === 0 ? 0 : 1;
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of await errorPages()) writeFileSync(new URL(name, folder), text);
}

if (import.meta.main) await main();
